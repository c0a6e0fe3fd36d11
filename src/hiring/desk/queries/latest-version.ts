import type { Db } from '#platform/database';

/** Hash of the text advertised last for a posting; null where there was none. */
export async function latestVersion(db: Db, postingId: string): Promise<string | null> {
  const row = await db
    .selectFrom('posting_versions')
    .select('hash')
    .where('posting_id', '=', postingId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.hash ?? null;
}
