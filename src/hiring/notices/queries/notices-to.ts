import type { Db } from '#platform/database';
import type { LeftNotice } from '../model.ts';

/** The notices of an application that have left, latest first. What waits is not among them. */
export async function noticesTo(db: Db, applicationId: string): Promise<LeftNotice[]> {
  const rows = await db
    .selectFrom('notices as n')
    .innerJoin('notice_batches as b', 'b.id', 'n.batch_id')
    .where('n.application_id', '=', applicationId)
    .where('n.left_at', 'is not', null)
    .orderBy('n.left_at', 'desc')
    .orderBy('n.id')
    .select([
      'n.id',
      'b.template',
      'n.subject',
      'n.body',
      'n.lang',
      'n.decision_id as decisionId',
      'n.left_at as leftAt',
    ])
    .$narrowType<{ leftAt: Date }>()
    .execute();
  return rows;
}
