import type { Db } from '#platform/database';
import { type ListedKey, isApiScope } from './model.ts';

/** Every key, those in force first, the newest first. */
export async function listKeys(db: Db): Promise<ListedKey[]> {
  const rows = await db
    .selectFrom('api_keys')
    .select([
      'id',
      'name',
      'key_end as end',
      'scopes',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'revoked_at as revokedAt',
    ])
    .orderBy((eb) => eb('revoked_at', 'is not', null))
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, scopes: row.scopes.filter(isApiScope) }));
}
