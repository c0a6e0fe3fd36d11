import { sql } from 'kysely';
import type { PersonalData } from '#hiring/privacy';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import { messages } from './messages/index.ts';
import { heardFromChoices } from './model.ts';

/** What a candidate sent, for their export: every application from their address, with its file. */
export async function personalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  const applications = await db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .innerJoin('candidates as c', (join) => join.on(sql<boolean>`c.email = lower(i.email)`))
    .select([
      'a.reference',
      'a.submitted_at',
      'a.status',
      'i.full_name',
      'i.name_sort',
      'i.email',
      'i.phone',
      'i.search_text',
      'a.page_lang',
      'a.correspondence_lang',
      'a.statement',
      'a.work_samples',
      'a.heard_from',
      'i.resume_name',
      'a.resume_sha256',
      'a.submission_key',
    ])
    .where('c.id', '=', candidateId)
    .orderBy('a.submitted_at')
    .execute();
  return [
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
        work_samples: words('field.samples'),
        heard_from: words('field.heard'),
        resume_name: words('field.resume'),
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
      rows: applications.map((row) => ({ ...row, submitted_at: row.submitted_at.toISOString() })),
      files: applications.flatMap(({ resume_sha256: sha256, resume_name: name }) =>
        sha256 ? [{ sha256, name: name ?? sha256 }] : [],
      ),
    },
  ];
}

function words(key: Parameters<ReturnType<typeof messages>>[0]): Localized {
  return { en: messages('en')(key), fr: messages('fr')(key) };
}
