import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** An application, as other pages of its candidate need to name it. */
export type SentApplication = {
  applicationId: string;
  postingId: string;
  postingVersion: string;
  reference: string;
};

/** The applications sent with an e-mail address that its owner has proven, latest first. */
export async function applicationsSentFrom(db: Db, email: string): Promise<SentApplication[]> {
  return db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .where(sql`lower(i.email)`, '=', email.toLowerCase())
    .orderBy('a.submitted_at', 'desc')
    .limit(200)
    .select([
      'a.id as applicationId',
      'a.posting_id as postingId',
      'a.posting_version as postingVersion',
      'a.reference',
    ])
    .execute();
}
