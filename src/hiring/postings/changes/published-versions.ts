import type { Db } from '#platform/database';
import type { Pair } from '../loader/pair.ts';
import type { Commit } from '../provenance.ts';
import { isPublic, postingState } from '../rules/lifecycle.ts';
import { readVersion } from '../catalogue/version.ts';

/** A time during which one version was, or a posting was not, on offer. */
export type Publication = {
  /** Null while the posting was withdrawn. */
  readonly versionHash: string | null;
  readonly since: Date;
  /** Null for the one that lasts. */
  readonly until: Date | null;
  /** Null where it was withdrawn, or today's rules no longer read it. */
  readonly pair: Pair | null;
  readonly commit: Commit | null;
  readonly uncommitted: boolean;
  /** Whether the public could read it at any time: no draft, and not replaced before it opened. */
  readonly advertised: boolean;
};

/** Publications looked at: more than a posting has in its life. */
const limit = 60;

/** What was on offer when, the latest first. */
export async function publicationsOf(db: Db, postingId: string, now: Date): Promise<Publication[]> {
  const rows = await db
    .selectFrom('posting_publications as p')
    .leftJoin('posting_versions as v', 'v.hash', 'p.version_hash')
    .select([
      'p.version_hash as versionHash',
      'p.since',
      'v.en_source as en',
      'v.fr_source as fr',
      'v.process_source as process',
      'v.commit_id as commitId',
      'v.commit_author as author',
      'v.committed_at as committedAt',
      'v.uncommitted',
    ])
    .where('p.posting_id', '=', postingId)
    .orderBy('p.since', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row, index): Publication => {
    const { versionHash, since, en, fr, process, commitId, author, committedAt } = row;
    const until = rows[index - 1]?.since ?? null;
    const pair =
      en !== null && fr !== null ? readVersion({ en, fr, process }, { en: '', fr: '' }) : null;
    // What a posting is only moves on, so the last moment tells whether it ever was public.
    const last = new Date((until ?? now).getTime() - (until ? 1 : 0));
    return {
      versionHash,
      since,
      until,
      pair,
      commit:
        commitId !== null && committedAt !== null
          ? { id: commitId, author: author ?? '', at: committedAt }
          : null,
      uncommitted: row.uncommitted ?? false,
      advertised: pair !== null && isPublic(postingState(pair, last, 0)),
    };
  });
}

/** Two versions of one posting that the public could read, and when; null for any others. */
export async function advertisedVersions(
  db: Db,
  hashes: { from: string; to: string },
  now: Date,
): Promise<{
  postingId: string;
  from: Publication & { pair: Pair };
  to: Publication & { pair: Pair };
} | null> {
  const row = await db
    .selectFrom('posting_versions')
    .select('posting_id')
    .where('hash', '=', hashes.from)
    .executeTakeFirst();
  if (!row) return null;
  const all = await publicationsOf(db, row.posting_id, now);
  const find = (hash: string): (Publication & { pair: Pair }) | null => {
    const found = all.find((one) => one.versionHash === hash && one.advertised);
    return found?.pair ? { ...found, pair: found.pair } : null;
  };
  const [from, to] = [find(hashes.from), find(hashes.to)];
  return from && to ? { postingId: row.posting_id, from, to } : null;
}
