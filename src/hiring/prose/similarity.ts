import type { Word } from './words.ts';

/** What is compared: a block or a sentence, as its words and its length in signs. */
export type Unit = { readonly words: readonly Word[]; readonly length: number };

/** Words in common of all units of two sequences. */
export type Similarity = {
  /** 0 to 1: how much of what both say is said by the other too. */
  of(i: number, j: number): number;
  /** The same with two neighbours on one side taken together: i and i+1, or j and j+1. */
  ofTwoToOne(i: number, j: number): number;
  ofOneToTwo(i: number, j: number): number;
};

export function similarityOf(en: readonly Unit[], fr: readonly Unit[]): Similarity {
  const shared = new Float64Array(en.length * fr.length);
  const weights = { en: new Float64Array(en.length), fr: new Float64Array(fr.length) };
  const where = { en: unitsByKey(en), fr: unitsByKey(fr) };
  for (const [i, unit] of en.entries()) {
    weights.en[i] = addShared(unit, where.en, where.fr, (j, weight) => {
      shared[i * fr.length + j]! += weight;
    });
  }
  for (const [j, unit] of fr.entries()) {
    weights.fr[j] = addShared(unit, where.fr, where.en, (i, weight) => {
      shared[i * fr.length + j]! += weight;
    });
  }
  const ratio = (common: number, total: number): number =>
    total === 0 ? 0 : Math.min(common / total, 1);
  const at = (i: number, j: number): number => shared[i * fr.length + j]!;
  return {
    of: (i, j) => ratio(at(i, j), weights.en[i]! + weights.fr[j]!),
    ofTwoToOne: (i, j) =>
      ratio(at(i, j) + at(i + 1, j), weights.en[i]! + weights.en[i + 1]! + weights.fr[j]!),
    ofOneToTwo: (i, j) =>
      ratio(at(i, j) + at(i, j + 1), weights.en[i]! + weights.fr[j]! + weights.fr[j + 1]!),
  };
}

type Places = Map<string, number[]>;

function unitsByKey(units: readonly Unit[]): Places {
  const places: Places = new Map();
  for (const [index, { words }] of units.entries()) {
    for (const { form } of words) {
      if (form.isLight) continue;
      for (const key of form.keys) {
        const known = places.get(key);
        if (!known) places.set(key, [index]);
        else if (known.at(-1) !== index) known.push(index);
      }
    }
  }
  return places;
}

/** Words that stand in many units say little: each weighs less the more there are. */
function addShared(
  { words }: Unit,
  own: Places,
  others: Places,
  add: (unit: number, weight: number) => void,
): number {
  let total = 0;
  const seen = new Set<string>();
  for (const { form } of words) {
    if (form.isLight || seen.has(form.folded)) continue;
    seen.add(form.folded);
    let most = 1;
    for (const key of form.keys) {
      most = Math.max(most, own.get(key)?.length ?? 1, others.get(key)?.length ?? 1);
    }
    const weight = (form.kind === 'number' ? 1.5 : 1) / Math.sqrt(most);
    total += weight;
    const reached = new Set<number>();
    for (const key of form.keys) {
      for (const unit of others.get(key) ?? []) {
        if (reached.has(unit)) continue;
        reached.add(unit);
        add(unit, weight);
      }
    }
  }
  return total;
}

/**
 * How odd two lengths are for a translation, 0 (not at all) upwards: French of this kind is about a
 * fifth longer than English, and the spread grows with the root of the length.
 */
export function oddityOfLengths(en: number, fr: number): number {
  const spread = Math.sqrt(8 * (en + fr) * 0.5 + 30);
  const off = (fr - 1.2 * en) / spread;
  return off * off;
}
