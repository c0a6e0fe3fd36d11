import { sql } from 'kysely';
import type { EquityDb, EquityTx } from '#platform/database';
import type { Declaration } from '../model.ts';
import type { Pseudonym } from './pseudonyms.ts';
import { type Contents, type Shelves, shelfCount } from './shelves.ts';

/** Where declarations are kept, by pseudonym. */
export type DeclarationStore = {
  /** Sets up what is missing. False where the shelves were sealed under another key. */
  prepare(): Promise<boolean>;
  find(pseudonym: Pseudonym): Promise<Declaration | null>;
  /** On disk when this returns; replaces what was there. */
  put(pseudonym: Pseudonym, declaration: Declaration): Promise<void>;
  /** Takes declarations away, leaving no trace of them; unknown ones are passed over. */
  remove(pseudonyms: readonly Pseudonym[]): Promise<void>;
  /** Seals every shelf anew, in one transaction: none shows any more when it was last used. */
  stir(): Promise<void>;
};

export function createDeclarationStore(db: EquityDb, shelves: Shelves): DeclarationStore {
  const equity = db.withSchema('equity');
  const every = Array.from({ length: shelfCount }, (_, shelf) => shelf);
  return {
    async prepare() {
      const rows = every.map((shelf) => ({ shelf, sealed: shelves.close(shelf, new Map()) }));
      await equity
        .insertInto('shelves')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const there = await equity.selectFrom('shelves').selectAll().execute();
      return there.every(({ shelf, sealed }) => shelves.open(shelf, sealed) !== null);
    },
    async find(pseudonym) {
      const shelf = shelves.shelfOf(pseudonym);
      const { sealed } = await equity
        .selectFrom('shelves')
        .select('sealed')
        .where('shelf', '=', shelf)
        .executeTakeFirstOrThrow();
      return opened(shelf, sealed).get(pseudonym) ?? null;
    },
    put: (pseudonym, declaration) =>
      inTransaction((tx) =>
        change(tx, shelves.shelfOf(pseudonym), (contents) => contents.set(pseudonym, declaration)),
      ),
    remove: (pseudonyms) =>
      inTransaction(async (tx) => {
        for (const shelf of every) {
          const here = pseudonyms.filter((pseudonym) => shelves.shelfOf(pseudonym) === shelf);
          if (here.length === 0) continue;
          await change(tx, shelf, (contents) => {
            for (const pseudonym of here) contents.delete(pseudonym);
          });
        }
      }),
    stir: () =>
      inTransaction(async (tx) => {
        for (const shelf of every) await change(tx, shelf, () => {});
      }),
  };

  async function inTransaction(work: (tx: EquityTx) => Promise<void>): Promise<void> {
    await db.transaction().execute(async (tx) => {
      await sql`set local synchronous_commit = on`.execute(tx);
      await work(tx);
    });
  }

  /** Shelves are locked in rising order, so that two changes never wait for each other. */
  async function change(
    tx: EquityTx,
    shelf: number,
    edit: (contents: Contents) => void,
  ): Promise<void> {
    const row = tx.withSchema('equity');
    const { sealed } = await row
      .selectFrom('shelves')
      .select('sealed')
      .where('shelf', '=', shelf)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const contents = opened(shelf, sealed);
    edit(contents);
    await row
      .updateTable('shelves')
      .set({ sealed: shelves.close(shelf, contents) })
      .where('shelf', '=', shelf)
      .execute();
  }

  function opened(shelf: number, sealed: string): Contents {
    const contents = shelves.open(shelf, sealed);
    if (!contents) throw new Error('self-declarations are sealed under another key');
    return contents;
  }
}
