import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';

/** Takes a request back, while it is open. Again is the same; false where there is none of theirs. */
export async function withdrawRequest(
  { db, clock }: { db: Db; clock: Clock },
  candidateId: string,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('privacy_requests')
    .set({ outcome: 'withdrawn', closed_at: clock() })
    .where('id', '=', id)
    .where('candidate_id', '=', candidateId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
