import type { Db } from '#platform/database';
import type { Can } from '../deps.ts';
import { isUuid } from '#platform/ids';

/** Which text of a posting an application answered. */
export async function findAdvertisement(
  db: Db,
  can: Can,
  applicationId: string,
): Promise<{ reference: string; postingId: string; version: string } | null> {
  if (!can('see-applications') || !isUuid(applicationId)) return null;
  const row = await db
    .selectFrom('applications')
    .select(['reference', 'posting_id as postingId', 'posting_version as version'])
    .where('id', '=', applicationId)
    .executeTakeFirst();
  return row ?? null;
}
