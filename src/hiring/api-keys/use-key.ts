import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { keyHash } from './key-hash.ts';
import type { ApiScope } from './model.ts';

export type UsedKey =
  | { ok: true; keyId: string }
  | { ok: false; error: { kind: 'missing' | 'unknown' | 'revoked' | 'scope' } };

/** A key in use is noted at most once a minute. */
const notedEveryMs = 60_000;

/** Whether this key may do this now; when it was used is written down. */
export async function useKey(
  { db, clock }: { db: Db; clock: Clock },
  key: string | undefined,
  scope: ApiScope,
): Promise<UsedKey> {
  const refuse = (kind: 'missing' | 'unknown' | 'revoked' | 'scope'): UsedKey => ({
    ok: false,
    error: { kind },
  });
  if (!key) return refuse('missing');
  const found = await db
    .selectFrom('api_keys')
    .select(['id', 'scopes', 'revoked_at', 'last_used_at'])
    .where('key_hash', '=', keyHash(key))
    .executeTakeFirst();
  if (!found) return refuse('unknown');
  if (found.revoked_at) return refuse('revoked');
  const now = clock();
  const { last_used_at: last } = found;
  if (!last || now.getTime() - last.getTime() >= notedEveryMs) {
    await db
      .updateTable('api_keys')
      .set({ last_used_at: now })
      .where('id', '=', found.id)
      .execute();
  }
  return found.scopes.includes(scope) ? { ok: true, keyId: found.id } : refuse('scope');
}
