import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import { recordEvent } from './history.ts';

export type Withdrawal =
  | { ok: true; /** True where it was withdrawn already. */ repeated: boolean }
  | { ok: false; error: { kind: 'not-found' } };

/**
 * Takes a candidate's own application out of its process: status and event in one transaction, in
 * which `onWithdrawn` tells those who should know. With another candidate's application there is
 * nothing to find. What was sent stays until its time of retention.
 */
export async function withdrawApplication(
  { db, clock }: { db: Db; clock: Clock },
  candidate: { id: string },
  reference: string,
  onWithdrawn: (tx: Tx, application: { id: string; postingId: string }) => Promise<void>,
): Promise<Withdrawal> {
  return db.transaction().execute(async (tx) => {
    const application = await tx
      .selectFrom('applications as a')
      .innerJoin('candidate_applications as o', 'o.application_id', 'a.id')
      .where('a.reference', '=', reference)
      .where('o.candidate_id', '=', candidate.id)
      .select(['a.id', 'a.posting_id as postingId', 'a.status'])
      .forUpdate('a')
      .executeTakeFirst();
    if (!application) return { ok: false, error: { kind: 'not-found' } };
    const { id, postingId, status } = application;
    if (status === 'withdrawn') return { ok: true, repeated: true };
    await tx
      .updateTable('applications')
      .set({ status: 'withdrawn' })
      .where('id', '=', id)
      .execute();
    await recordEvent(tx, {
      applicationId: id,
      kind: 'withdrawn',
      actor: { kind: 'candidate' },
      detail: { from: status },
      at: clock(),
    });
    await onWithdrawn(tx, { id, postingId });
    return { ok: true, repeated: false };
  });
}
