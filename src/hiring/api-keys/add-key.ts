import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Ids } from '#platform/ids';
import { keyHash } from './key-hash.ts';
import { type ApiScope, keyNameLimit } from './model.ts';

export type AddKey =
  | { ok: true; id: string; key: string }
  | { ok: false; error: { kind: 'bad-name' | 'already-exists' } };

/**
 * Makes a key: "tandem_" and 43 random characters, given back this once and never again. Its name
 * says who holds it; a name that a revoked key had may be used again.
 */
export async function addKey(
  deps: { db: Db; clock: Clock; ids: Ids },
  wanted: { name: string; scopes: readonly ApiScope[] },
): Promise<AddKey> {
  const name = wanted.name.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (name === '' || name.length > keyNameLimit || /\p{C}/u.test(name)) {
    return { ok: false, error: { kind: 'bad-name' } };
  }
  const key = `tandem_${deps.ids.secret()}`;
  const added = await deps.db
    .insertInto('api_keys')
    .values({
      id: deps.ids.uuid(),
      name,
      key_hash: keyHash(key),
      key_end: key.slice(-4),
      scopes: [...wanted.scopes],
      created_at: deps.clock(),
      last_used_at: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.column('name').where('revoked_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return { ok: false, error: { kind: 'already-exists' } };
  return { ok: true, id: added.id, key };
}
