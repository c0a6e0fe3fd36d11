import type { GateFinding, HeldVersion } from '#hiring/postings';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Ids } from '#platform/ids';

export type OverrideGate = { ok: true } | { ok: false; error: { kind: 'not-held' } };

/**
 * Records that a held version goes on the site in spite of what the check found. `by` is null for
 * the operator. The catalogue publishes it at its next look: `reload` it.
 */
export async function overrideGate(
  deps: { db: Db; clock: Clock; ids: Ids },
  by: { id: string } | null,
  held: HeldVersion | undefined,
  reason: string,
): Promise<OverrideGate> {
  if (!held) return { ok: false, error: { kind: 'not-held' } };
  const findings: readonly GateFinding[] =
    held.verdict === null || held.verdict === 'failed' ? [] : held.verdict;
  await deps.db
    .insertInto('gate_overrides')
    .values({
      id: deps.ids.uuid(),
      posting_id: held.postingId,
      version_hash: held.versionHash,
      findings: JSON.stringify(findings),
      reason,
      decided_by: by?.id ?? null,
      decided_at: deps.clock(),
    })
    .execute();
  return { ok: true };
}
