import type { Tx } from '#platform/database';
import type { Counts } from './delete-rows.ts';

/**
 * Takes along what a feature keeps of applications that go, where no foreign key leads to it.
 * Answers how much, by table; nothing where even a count would tell something.
 */
export type Eraser = (tx: Tx, applicationIds: readonly string[]) => Promise<Counts>;

/** Has every feature take its own along, and adds to the counts. */
export async function takeAlong(
  tx: Tx,
  erasers: readonly Eraser[],
  applicationIds: readonly string[],
  counts: Counts,
): Promise<void> {
  for (const erase of erasers) {
    for (const [table, count] of Object.entries(await erase(tx, applicationIds))) {
      if (count > 0) counts[table] = (counts[table] ?? 0) + count;
    }
  }
}
