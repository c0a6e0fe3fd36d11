import { sql } from 'kysely';
import type { Db } from '#platform/database';
import { type Batch, type BatchLetter, batchesAtOnce, lettersAtOnce } from '../model.ts';
import { type PageOf, placeOf, stateOf } from '../rules.ts';

/** What was confirmed for a posting, latest first, and how many letters are in each. */
export async function listBatches(db: Db, postingId: string, page: number): Promise<PageOf<Batch>> {
  const { total } = await db
    .selectFrom('notice_batches')
    .where('posting_id', '=', postingId)
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const place = placeOf(Number(total), page, batchesAtOnce);
  const rows = await batches(db)
    .where('b.posting_id', '=', postingId)
    .orderBy('b.confirmed_at', 'desc')
    .orderBy('b.id')
    .limit(batchesAtOnce)
    .offset(Math.max(0, place.first - 1))
    .execute();
  return { ...place, rows: rows.map(withState) };
}

/** A batch of a posting; null where there is none. */
export async function findBatch(db: Db, postingId: string, batchId: string): Promise<Batch | null> {
  const row = await batches(db)
    .where('b.posting_id', '=', postingId)
    .where('b.id', '=', batchId)
    .executeTakeFirst();
  return row ? withState(row) : null;
}

/** A page of the letters of a batch, by the name of the reader. */
export async function listLetters(
  db: Db,
  batch: Pick<Batch, 'id' | 'count'>,
  page: number,
): Promise<PageOf<BatchLetter>> {
  const place = placeOf(batch.count, page, lettersAtOnce);
  const rows = await letters(db, batch.id)
    .limit(lettersAtOnce)
    .offset(Math.max(0, place.first - 1))
    .execute();
  return { ...place, rows };
}

/** Most of those held back that are listed: more says that something is wrong with the whole batch. */
export const heldBackListed = 200;

/** The letters that did not leave with the others, and why. */
export function listHeldBack(db: Db, batchId: string): Promise<BatchLetter[]> {
  return letters(db, batchId).where('n.held_back', 'is not', null).limit(heldBackListed).execute();
}

/** How many letters of a batch are in each language. */
export async function countLanguages(db: Db, batchId: string): Promise<{ en: number; fr: number }> {
  const rows = await db
    .selectFrom('notices')
    .where('batch_id', '=', batchId)
    .groupBy('lang')
    .select((eb) => ['lang' as const, eb.fn.countAll<string>().as('count')])
    .execute();
  const of = (lang: 'en' | 'fr'): number =>
    Number(rows.find((row) => row.lang === lang)?.count ?? 0);
  return { en: of('en'), fr: of('fr') };
}

function letters(db: Db, batchId: string) {
  return db
    .selectFrom('notices as n')
    .innerJoin('applications as a', 'a.id', 'n.application_id')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .where('n.batch_id', '=', batchId)
    .orderBy(sql`i.name_sort collate "C"`)
    .orderBy('n.id')
    .select([
      'n.id',
      'a.id as applicationId',
      'a.reference',
      'i.full_name as name',
      'n.lang',
      'n.subject',
      'n.body',
      'n.left_at as leftAt',
      'n.held_back as heldBack',
    ]);
}

type Counted = Omit<Batch, 'state' | 'count' | 'left' | 'heldBack'> &
  Record<'count' | 'left' | 'heldBack', string>;

function batches(db: Db) {
  return db
    .selectFrom('notice_batches as b')
    .leftJoin('staff as by', 'by.id', 'b.prepared_by')
    .leftJoin('staff as stopper', 'stopper.id', 'b.stopped_by')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('notices as n')
          .whereRef('n.batch_id', '=', 'b.id')
          .select(({ fn }) => [
            fn.countAll<string>().as('count'),
            fn.count<string>('n.left_at').as('left'),
            fn.count<string>('n.held_back').as('heldBack'),
          ])
          .as('n'),
      (join) => join.onTrue(),
    )
    .select([
      'b.id',
      'b.template',
      sql<string>`coalesce(by.email, b.prepared_by)`.as('preparedBy'),
      'b.confirmed_at as confirmedAt',
      'b.leaves_at as leavesAt',
      'b.stopped_at as stoppedAt',
      sql<string | null>`coalesce(stopper.email, b.stopped_by)`.as('stoppedBy'),
      'b.left_at as leftAt',
      'n.count',
      'n.left',
      'n.heldBack',
    ]);
}

function withState(row: Counted): Batch {
  const counts = {
    count: Number(row.count),
    left: Number(row.left),
    heldBack: Number(row.heldBack),
  };
  return { ...row, ...counts, state: stateOf({ ...row, ...counts }) };
}
