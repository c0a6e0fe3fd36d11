import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/database';

export type MadeApplication = { applicationId: string; email: string; key: string };

/** An application as the hiring side has it, straight into its tables. */
export async function makeApplication(db: Db, postingId: string): Promise<MadeApplication> {
  const applicationId = randomUUID();
  const key = randomUUID();
  const email = `candidate-${applicationId.slice(0, 8)}@sample.example`;
  await sql`insert into postings (id, translation_key, first_seen_at)
    values (${postingId}, ${postingId}, now()) on conflict do nothing`.execute(db);
  const known = await db
    .selectFrom('posting_versions')
    .select('hash')
    .where('posting_id', '=', postingId)
    .executeTakeFirst();
  const hash = known?.hash ?? postingId.replaceAll('-', '').repeat(2);
  await sql`insert into posting_versions (hash, posting_id, en_source, fr_source, recorded_at)
    values (${hash}, ${postingId}, 'en', 'fr', now()) on conflict do nothing`.execute(db);
  await sql`insert into applications (id, reference, posting_id, posting_version, submission_key,
      page_lang, correspondence_lang, statement, work_samples, heard_from, questions,
      privacy_notice, within_grace, submitted_at)
    values (${applicationId}, ${applicationId.slice(0, 11)}, ${postingId}, ${hash}, ${key},
      'en', 'en', 'words', '{}', 'not-said', '[]', '1', false, now())`.execute(db);
  await sql`insert into application_versions (application_id, number, posting_version, page_lang,
      answers, questions, privacy_notice, within_grace, submitted_at)
    values (${applicationId}, 1, ${hash}, 'en', '{"statement": "words"}', '[]', '1', false, now())`.execute(
    db,
  );
  await sql`insert into application_version_identities (application_id, number, answers)
    values (${applicationId}, 1, ${JSON.stringify({ name: 'Sample', email })}::jsonb)`.execute(db);
  await sql`insert into applicant_identities
      (application_id, full_name, name_sort, email, search_text)
    values (${applicationId}, 'Sample', 'sample', ${email}, 'sample')`.execute(db);
  return { applicationId, email, key };
}
