import type { NoticesDeps } from './deps.ts';

export type StopBatch =
  | { ok: true; /** True where it had been stopped already. */ repeated: boolean }
  /** Its sending has begun: it is carried through. */
  | { ok: false; error: { kind: 'not-found' | 'too-late' } };

/**
 * Stops a whole batch before any of it leaves. The row of the batch is locked, as the sender locks
 * it: whoever is first wins, and the other sees it.
 */
export async function stopBatch(
  { db, clock }: Pick<NoticesDeps, 'db' | 'clock'>,
  by: { id: string },
  postingId: string,
  batchId: string,
): Promise<StopBatch> {
  return db.transaction().execute(async (tx) => {
    const batch = await tx
      .selectFrom('notice_batches')
      .where('id', '=', batchId)
      .where('posting_id', '=', postingId)
      .select(['stopped_at', 'left_at'])
      .forUpdate()
      .executeTakeFirst();
    if (!batch) return { ok: false, error: { kind: 'not-found' } };
    if (batch.stopped_at) return { ok: true, repeated: true };
    const begun = await tx
      .selectFrom('notices')
      .where('batch_id', '=', batchId)
      .where((eb) => eb.or([eb('left_at', 'is not', null), eb('held_back', 'is not', null)]))
      .select('id')
      .limit(1)
      .executeTakeFirst();
    if (batch.left_at || begun) return { ok: false, error: { kind: 'too-late' } };
    await tx
      .updateTable('notice_batches')
      .set({ stopped_at: clock(), stopped_by: by.id })
      .where('id', '=', batchId)
      .execute();
    return { ok: true, repeated: false };
  });
}
