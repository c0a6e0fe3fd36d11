import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import { messages } from '../messages/index.ts';

/** Everything that applying holds about a candidate: drafts, applications with every version, files. */
export async function personalData(db: Db, candidateId: string) {
  const [drafts, applications] = await Promise.all([
    db
      .selectFrom('application_drafts as d')
      .innerJoin('candidates as c', (join) =>
        join.on((eb) => eb(eb.fn('lower', ['d.email']), '=', eb.ref('c.email'))),
      )
      .where('c.id', '=', candidateId)
      .orderBy('d.saved_at')
      .select(['d.key', 'd.posting_id', 'd.lang', 'd.email', 'd.answers', 'd.saved_at'])
      .execute(),
    db
      .selectFrom('applications as a')
      .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
      .where('a.candidate_id', '=', candidateId)
      .orderBy('a.submitted_at')
      .selectAll('a')
      .select([
        'i.full_name',
        'i.name_sort',
        'i.email',
        'i.phone',
        'i.resume_name',
        'i.search_text',
        'i.preference',
      ])
      .execute(),
  ]);
  const ids = applications.map(({ id }) => id);
  const [versions, files, uploads] = await Promise.all([
    ids.length === 0 ? [] : versionsOf(db, ids),
    ids.length === 0
      ? []
      : db.selectFrom('application_files').selectAll().where('application_id', 'in', ids).execute(),
    drafts.length === 0
      ? []
      : db
          .selectFrom('uploads')
          .selectAll()
          .where(
            'submission_key',
            'in',
            drafts.map(({ key }) => key),
          )
          .execute(),
  ]);
  const named = (list: { file_sha256: string; file_name: string }[]) =>
    list.map(({ file_sha256: sha256, file_name: name }) => ({ sha256, name }));
  return [
    {
      kind: 'application-drafts',
      title: words('mine.drafts'),
      rows: drafts.map((draft) => ({
        ...draft,
        saved_at: draft.saved_at.toISOString(),
        uploads: uploads
          .filter(({ submission_key: key }) => key === draft.key)
          .map((upload) => ({ ...upload, uploaded_at: upload.uploaded_at.toISOString() })),
      })),
      files: named(uploads),
    },
    {
      kind: 'applications',
      title: words('mine.applications'),
      rows: applications.map((application) => ({
        ...application,
        questions: null,
        submitted_at: application.submitted_at.toISOString(),
        versions: versions
          .filter(({ application_id: id }) => id === application.id)
          .map((version) => ({ ...version, submitted_at: version.submitted_at.toISOString() })),
        files: files.filter(({ application_id: id }) => id === application.id),
      })),
      files: named(files),
    },
  ];
}

function versionsOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('application_versions as v')
    .innerJoin('application_version_identities as i', (join) =>
      join.onRef('i.application_id', '=', 'v.application_id').onRef('i.number', '=', 'v.number'),
    )
    .where('v.application_id', 'in', ids)
    .orderBy('v.number')
    .select([
      'v.application_id',
      'v.number',
      'v.posting_version',
      'v.page_lang',
      'v.answers',
      'i.answers as identity',
      'v.submitted_at',
      'v.sent_sha256',
    ])
    .execute();
}

function words(key: 'mine.drafts' | 'mine.applications'): Localized {
  return { en: messages('en')(key), fr: messages('fr')(key) };
}
