import type { GateFinding } from '#hiring/postings';
import type { Db } from '#platform/database';

/** A version that someone published in spite of what the check found. */
export type Override = {
  id: string;
  versionHash: string;
  findings: readonly GateFinding[];
  reason: string;
  /** E-mail address; null for the operator. */
  by: string | null;
  at: Date;
};

/** Those of a posting, the latest first. */
export async function listOverrides(db: Db, postingId: string): Promise<Override[]> {
  const rows = await db
    .selectFrom('gate_overrides as o')
    .leftJoin('staff as s', 's.id', 'o.decided_by')
    .select(['o.id', 'o.version_hash', 'o.findings', 'o.reason', 's.email', 'o.decided_at'])
    .where('o.posting_id', '=', postingId)
    .orderBy('o.decided_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    versionHash: row.version_hash,
    findings: row.findings as GateFinding[],
    reason: row.reason,
    by: row.email,
    at: row.decided_at,
  }));
}
