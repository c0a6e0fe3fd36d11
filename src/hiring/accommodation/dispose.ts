import type { Tx } from '#platform/database';

/**
 * Deletes the cases that were closed before an instant, with everything in them. What was agreed is
 * disposed of with the application that it is for, or by {@link disposeArrangements}.
 */
export async function disposeCases(tx: Tx, closedBefore: Date): Promise<{ cases: number }> {
  const rows = await tx
    .deleteFrom('accommodation_cases')
    .where('state', '=', 'closed')
    .where('closed_at', '<', closedBefore)
    .returning('id')
    .execute();
  return { cases: rows.length };
}

/** Deletes what was arranged for a posting, for everybody. */
export async function disposeArrangements(
  tx: Tx,
  postingId: string,
): Promise<{ arrangements: number }> {
  const rows = await tx
    .deleteFrom('arrangements')
    .where('posting_id', '=', postingId)
    .returning('id')
    .execute();
  return { arrangements: rows.length };
}
