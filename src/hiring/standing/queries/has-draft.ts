import type { Db } from '#platform/database';

/** Whether a new version of what was sent was begun and not sent. */
export async function hasDraft(db: Db, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('application_drafts')
    .where('key', '=', key)
    .select('key')
    .executeTakeFirst();
  return row !== undefined;
}
