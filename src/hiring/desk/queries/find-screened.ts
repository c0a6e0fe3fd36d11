import type { ApplicationStatus } from '#hiring/applications';
import type { Db } from '#platform/database';

/** What a screening form is about: how its application stands, and the text that it answered. */
export async function findScreened(
  db: Db,
  applicationId: string,
): Promise<{ status: ApplicationStatus; postingVersion: string } | null> {
  const row = await db
    .selectFrom('applications')
    .select(['status', 'posting_version as postingVersion'])
    .where('id', '=', applicationId)
    .executeTakeFirst();
  return row ?? null;
}
