import type { Db, Tx } from '#platform/database';
import { isUuid } from '#platform/ids';
import type { Draft } from '../model.ts';

const columns = [
  'key',
  'posting_id as postingId',
  'lang',
  'answers',
  'revision',
  'opened_at as openedAt',
  'saved_at as savedAt',
  'email',
] as const;

/** The draft of a private address, or null. `lock` keeps others from changing it meanwhile. */
export async function findDraft(
  db: Db | Tx,
  key: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Draft | null> {
  if (!isUuid(key)) return null;
  const query = db.selectFrom('application_drafts').select(columns).where('key', '=', key);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/** The drafts in which this address was given, latest first. */
export async function findDraftsOf(db: Db, email: string): Promise<Draft[]> {
  return db
    .selectFrom('application_drafts')
    .select(columns)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .orderBy('saved_at', 'desc')
    .limit(100)
    .execute();
}

/** Deletes a draft that its writer no longer wants; its files go with the next disposal. */
export async function discardDraft(db: Db, key: string): Promise<void> {
  await db.deleteFrom('application_drafts').where('key', '=', key).execute();
}
