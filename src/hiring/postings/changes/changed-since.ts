import type { Db } from '#platform/database';
import { compareVersions, hasChanges } from './changes.ts';
import { publicationsOf } from './published-versions.ts';

/**
 * The version that the public reads now, or read last, where it says something else than the one of
 * the hash; null where it says the same, or nothing is known of the hash.
 */
export async function changedSince(db: Db, hash: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('posting_versions')
    .select('posting_id')
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!row) return null;
  const advertised = (await publicationsOf(db, row.posting_id, now)).filter(
    (one) => one.advertised,
  );
  const [latest] = advertised;
  const then = advertised.find((one) => one.versionHash === hash);
  if (!latest?.pair || !then?.pair || latest.versionHash === hash) return null;
  // Which language facts are put in makes no difference to whether they changed.
  return hasChanges(compareVersions(then.pair, latest.pair, 'en', 'public'))
    ? latest.versionHash
    : null;
}
