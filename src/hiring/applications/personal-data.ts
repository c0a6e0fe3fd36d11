import { sql } from 'kysely';
import type { Json, PersonalData } from '#hiring/privacy';
import type { Db } from '#platform/database';
import { inBoth } from '#platform/i18n';
import { messages } from './messages/index.ts';
import { heardFromChoices } from './model.ts';
import { toldStatus } from './told-status.ts';

const words = inBoth(messages);

/**
 * What a candidate wrote, for their export: every draft and every application from their address,
 * each version of it, with their files.
 */
export async function personalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  const [drafts, applications] = await Promise.all([
    draftsOf(db, candidateId),
    applicationsOf(db, candidateId),
  ]);
  const ids = applications.map(({ id }) => id);
  const [uploads, versions, files] = await Promise.all([
    uploadsOf(
      db,
      drafts.map(({ key }) => key),
    ),
    versionsOf(db, ids),
    filesOf(db, ids),
  ]);
  const named = (list: readonly { file_sha256: string; file_name: string }[]) =>
    list.map(({ file_sha256: sha256, file_name: name }) => ({ sha256, name }));
  return [
    {
      kind: 'application-drafts',
      title: words('mine.drafts'),
      labels: {
        email: words('field.email'),
        saved_at: words('data.saved_at'),
        answers: words('data.answers'),
      },
      rows: drafts.map((draft) => ({
        ...draft,
        answers: draft.answers as Json,
        saved_at: draft.saved_at.toISOString(),
        uploads: uploads.filter(({ submission_key: key }) => key === draft.key),
      })),
      files: named(uploads),
    },
    {
      kind: 'applications',
      title: words('data.title'),
      labels: {
        reference: words('data.reference'),
        submitted_at: words('data.submitted_at'),
        full_name: words('field.name'),
        email: words('field.email'),
        phone: words('field.phone'),
        correspondence_lang: words('field.correspondence'),
        statement: words('field.statement'),
        answers: words('data.answers'),
        preference: words('data.preference'),
        work_samples: words('field.samples'),
        heard_from: words('field.heard'),
        resume_name: words('field.resume'),
        versions: words('data.versions'),
      },
      values: {
        heard_from: Object.fromEntries(
          heardFromChoices.map((choice) => [choice, words(`heard.${choice}`)]),
        ),
        correspondence_lang: {
          en: words('field.correspondence.en'),
          fr: words('field.correspondence.fr'),
        },
      },
      rows: applications.map((row) => ({
        ...row,
        answers: row.answers as Json,
        preference: row.preference as Json,
        submitted_at: row.submitted_at.toISOString(),
        versions: versions
          .filter(({ application_id: id }) => id === row.id)
          .map((version) => ({
            ...version,
            answers: version.answers as Json,
            identity: version.identity as Json,
            submitted_at: version.submitted_at.toISOString(),
          })),
        files: files.filter(({ application_id: id }) => id === row.id),
      })),
      files: [
        ...named(files),
        ...applications.flatMap(({ id, resume_sha256: sha256, resume_name: name }) =>
          sha256 && !files.some((file) => file.application_id === id && file.file_sha256 === sha256)
            ? [{ sha256, name: name ?? sha256 }]
            : [],
        ),
      ],
    },
  ];
}

function draftsOf(db: Db, candidateId: string) {
  return db
    .selectFrom('application_drafts as d')
    .innerJoin('candidates as c', (join) => join.on(sql<boolean>`c.email = lower(d.email)`))
    .where('c.id', '=', candidateId)
    .orderBy('d.saved_at')
    .select(['d.key', 'd.posting_id', 'd.lang', 'd.email', 'd.answers', 'd.saved_at'])
    .execute();
}

function applicationsOf(db: Db, candidateId: string) {
  return db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .innerJoin('candidate_applications as own', 'own.application_id', 'a.id')
    .select([
      'a.id',
      'a.reference',
      'a.submitted_at',
      'i.full_name',
      'i.name_sort',
      'i.email',
      'i.phone',
      'i.preference',
      'i.search_text',
      'a.page_lang',
      'a.correspondence_lang',
      'a.statement',
      'a.answers',
      'a.work_samples',
      'a.heard_from',
      'i.resume_name',
      'a.resume_sha256',
      'a.submission_key',
    ])
    .select(toldStatus.as('status'))
    .where('own.candidate_id', '=', candidateId)
    .orderBy('a.submitted_at')
    .execute();
}

async function uploadsOf(db: Db, keys: readonly string[]) {
  if (keys.length === 0) return [];
  return db
    .selectFrom('uploads')
    .select(['submission_key', 'document', 'file_sha256', 'file_name'])
    .where('submission_key', 'in', keys)
    .execute();
}

async function versionsOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
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

async function filesOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('application_files')
    .selectAll()
    .where('application_id', 'in', ids)
    .orderBy('number')
    .execute();
}
