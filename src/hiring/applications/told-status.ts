import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ApplicationStatus } from './model.ts';

/**
 * The status that a candidate may know of: a decision is the hiring team's own until a notice that
 * tells of it has left. Of several, the one told last counts. For queries on applications as `a`.
 */
export const toldStatus: RawBuilder<ApplicationStatus> = sql<ApplicationStatus>`case
  when a.status = 'withdrawn' then 'withdrawn'
  else coalesce(
    (select d.outcome from notices n
      join screening_decisions d on d.id = n.decision_id and d.application_id = n.application_id
      where n.application_id = a.id and n.left_at is not null
      order by n.left_at desc, d.decided_at desc limit 1),
    'received')
  end`;

/**
 * Lets a candidate replace what they sent although a decision was taken that nobody told them of:
 * they cannot know of it, and what they send now is to be read. The application is to be screened
 * again, and a notice of that decision that still waits does not leave. False where it has left.
 * The application's row must be locked.
 */
export async function reopenUntold(tx: Tx, applicationId: string): Promise<boolean> {
  const notices = await tx
    .selectFrom('notices as n')
    .innerJoin('notice_batches as b', 'b.id', 'n.batch_id')
    .where('n.application_id', '=', applicationId)
    .where('n.decision_id', 'is not', null)
    .select(['n.id', 'n.left_at', 'n.held_back', 'b.stopped_at'])
    .forUpdate('n')
    .execute();
  if (notices.some(({ left_at }) => left_at !== null)) return false;
  const waiting = notices
    .filter(({ held_back, stopped_at }) => held_back === null && stopped_at === null)
    .map(({ id }) => id);
  if (waiting.length > 0) {
    await tx
      .updateTable('notices')
      .set({ held_back: 'decided-again' })
      .where('id', 'in', waiting)
      .execute();
  }
  await tx
    .updateTable('applications')
    .set({ status: 'received' })
    .where('id', '=', applicationId)
    .execute();
  return true;
}
