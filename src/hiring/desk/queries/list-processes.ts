import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { StatusCounts } from '../model.ts';

/** A posting that was ever advertised, with the applications to it. */
export type ProcessCounts = {
  postingId: string;
  /** The text advertised last: for the title of a posting that was withdrawn. */
  latestVersion: string | null;
  counts: StatusCounts;
  newestAt: Date | null;
};

type Row = {
  postingId: string;
  latestVersion: string | null;
  received: number;
  screenedIn: number;
  screenedOut: number;
  withdrawn: number;
  newestAt: Date | null;
};

/** Counts of every posting in one statement; it names nobody. In no particular order. */
export async function listProcesses(db: Db): Promise<ProcessCounts[]> {
  const { rows } = await sql<Row>`
    select p.id as "postingId", latest.hash as "latestVersion",
      coalesce(n.received, 0)::int as received,
      coalesce(n.screened_in, 0)::int as "screenedIn",
      coalesce(n.screened_out, 0)::int as "screenedOut",
      coalesce(n.withdrawn, 0)::int as withdrawn,
      n.newest_at as "newestAt"
    from postings p
    left join (
      select posting_id,
        count(*) filter (where status = 'received') as received,
        count(*) filter (where status = 'screened-in') as screened_in,
        count(*) filter (where status = 'screened-out') as screened_out,
        count(*) filter (where status = 'withdrawn') as withdrawn,
        max(submitted_at) as newest_at
      from applications group by posting_id
    ) n on n.posting_id = p.id
    left join lateral (
      select hash from posting_versions v
      where v.posting_id = p.id order by v.recorded_at desc limit 1
    ) latest on true`.execute(db);
  return rows.map(({ postingId, latestVersion, newestAt, ...counts }) => ({
    postingId,
    latestVersion,
    newestAt,
    counts: {
      received: counts.received,
      'screened-in': counts.screenedIn,
      'screened-out': counts.screenedOut,
      withdrawn: counts.withdrawn,
    },
  }));
}
