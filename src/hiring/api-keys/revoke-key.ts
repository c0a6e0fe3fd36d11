import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';

export type RevokeKey = { ok: true } | { ok: false; error: { kind: 'unknown' } };

/** Ends a key, by its name, at once and for good. */
export async function revokeKey(
  { db, clock }: { db: Db; clock: Clock },
  name: string,
): Promise<RevokeKey> {
  const revoked = await db
    .updateTable('api_keys')
    .set({ revoked_at: clock() })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return revoked ? { ok: true } : { ok: false, error: { kind: 'unknown' } };
}
