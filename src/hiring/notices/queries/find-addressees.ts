import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Addressee, Selection } from '../model.ts';

/**
 * The applications to a posting that are chosen, by name, with their latest decision and whether that
 * was told: who an application is of, and what is decided of it, come from one statement and cannot be
 * mixed up.
 */
export async function findAddressees(
  db: Db,
  postingId: string,
  chosen: Selection,
): Promise<Addressee[]> {
  const ids = [...chosen.ids];
  const rows = await db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('screening_decisions')
          .selectAll()
          .whereRef('application_id', '=', 'a.id')
          .orderBy('decided_at', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('notices as n')
          .innerJoin('notice_batches as b', 'b.id', 'n.batch_id')
          .whereRef('n.decision_id', '=', 'd.id')
          .select([
            sql<boolean | null>`bool_or(n.left_at is not null)`.as('told'),
            sql<boolean | null>`bool_or(
              n.left_at is null and n.held_back is null and b.stopped_at is null)`.as('waiting'),
          ])
          .as('n'),
      (join) => join.onTrue(),
    )
    .where('a.posting_id', '=', postingId)
    .where(
      chosen.mode === 'only'
        ? sql<boolean>`a.id = any(${ids}::uuid[])`
        : sql<boolean>`a.id <> all(${ids}::uuid[])`,
    )
    .orderBy(sql`i.name_sort collate "C"`)
    .orderBy('a.id')
    .select([
      'a.id',
      'a.reference',
      'a.status',
      'a.correspondence_lang as lang',
      'i.full_name as name',
      'd.id as decisionId',
      'd.outcome',
      'd.reason',
      'd.words',
      'n.told',
      'n.waiting',
    ])
    .execute();
  return rows.map(({ decisionId, outcome, reason, words, told, waiting, ...row }) => ({
    ...row,
    decision:
      decisionId !== null && outcome !== null
        ? { id: decisionId, outcome, reason: reason ?? '', words: words ?? '' }
        : null,
    told: told ?? false,
    waiting: waiting ?? false,
  }));
}
