import { likenessOf } from './same.ts';
import type { Stated } from './stated.ts';

/** A fact with its row in the alignment: what stands in one row says the same in both languages. */
export type Placed = Stated & { readonly row: number };

/**
 * Facts of one language, found by where they stand and by what they say: a text may repeat a fact
 * thousands of times, and each must not be compared with each.
 */
export class FactsByPlace {
  readonly #all: Set<Placed>;
  readonly #byRow: Map<number, Set<Placed>>;
  readonly #byLikeness: Map<string, Set<Placed>>;
  readonly #likeInRow: Map<string, Set<Placed>>;

  constructor(facts: readonly Placed[]) {
    this.#all = new Set(facts);
    this.#byRow = grouped(facts, ({ row }) => row);
    this.#byLikeness = grouped(facts, ({ fact }) => likenessOf(fact));
    this.#likeInRow = grouped(facts, ({ fact, row }) => `${row} ${likenessOf(fact)}`);
  }

  [Symbol.iterator](): Iterator<Placed> {
    return this.#all.values();
  }

  delete(one: Placed): void {
    const likeness = likenessOf(one.fact);
    this.#all.delete(one);
    this.#byRow.get(one.row)?.delete(one);
    this.#byLikeness.get(likeness)?.delete(one);
    this.#likeInRow.get(`${one.row} ${likeness}`)?.delete(one);
  }

  /** Those at most so many rows away, row by row. */
  *near({ row }: Placed, rows: number): Iterable<Placed> {
    for (let at = row - rows; at <= row + rows; at += 1) yield* this.#byRow.get(at) ?? [];
  }

  /** Those that may say the same, at most so many rows away or anywhere. */
  *like({ row, fact }: Placed, rows: number): Iterable<Placed> {
    const likeness = likenessOf(fact);
    if (rows === Infinity) {
      yield* this.#byLikeness.get(likeness) ?? [];
      return;
    }
    for (let at = row - rows; at <= row + rows; at += 1) {
      yield* this.#likeInRow.get(`${at} ${likeness}`) ?? [];
    }
  }
}

function grouped<Key>(
  facts: readonly Placed[],
  keyOf: (one: Placed) => Key,
): Map<Key, Set<Placed>> {
  return new Map([...Map.groupBy(facts, keyOf)].map(([key, group]) => [key, new Set(group)]));
}
