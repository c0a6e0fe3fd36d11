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
  const m = fr.length;
  const found = { en: new Float64Array(en.length * m), fr: new Float64Array(en.length * m) };
  const weights = { en: new Float64Array(en.length), fr: new Float64Array(m) };
  const where = { en: unitsByKey(en), fr: unitsByKey(fr) };
  for (const [i, unit] of en.entries()) {
    weights.en[i] = addShared(unit, where.en, where.fr, (j, weight) => {
      found.en[i * m + j]! += weight;
    });
  }
  for (const [j, unit] of fr.entries()) {
    weights.fr[j] = addShared(unit, where.fr, where.en, (i, weight) => {
      found.fr[i * m + j]! += weight;
    });
  }
  const ratio = (common: number, total: number): number => (total === 0 ? 0 : common / total);
  return {
    of: (i, j) =>
      ratio(found.en[i * m + j]! + found.fr[i * m + j]!, weights.en[i]! + weights.fr[j]!),
    ofTwoToOne: (i, j) => {
      const [one, two] = [i * m + j, (i + 1) * m + j];
      if (ratio(found.en[one]!, weights.en[i]!) < leastPart) return 0;
      if (ratio(found.en[two]!, weights.en[i + 1]!) < leastPart) return 0;
      const back = Math.min(found.fr[one]! + found.fr[two]!, weights.fr[j]!);
      const total = weights.en[i]! + weights.en[i + 1]! + weights.fr[j]!;
      return ratio(found.en[one]! + found.en[two]! + back, total);
    },
    ofOneToTwo: (i, j) => {
      const one = i * m + j;
      if (ratio(found.fr[one]!, weights.fr[j]!) < leastPart) return 0;
      if (ratio(found.fr[one + 1]!, weights.fr[j + 1]!) < leastPart) return 0;
      const back = Math.min(found.en[one]! + found.en[one + 1]!, weights.en[i]!);
      const total = weights.en[i]! + weights.fr[j]! + weights.fr[j + 1]!;
      return ratio(found.fr[one]! + found.fr[one + 1]! + back, total);
    },
  };
}

/** Of each of two units that are taken for one of the other side, so much must be found there. */
const leastPart = 0.5;

type Places = Map<number, number[]>;

function unitsByKey(units: readonly Unit[]): Places {
  const places: Places = new Map();
  for (const [index, { words }] of units.entries()) {
    for (const { form } of words) {
      if (form.isLight) continue;
      for (const key of form.marks) {
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
    for (const key of form.marks) {
      most = Math.max(most, own.get(key)?.length ?? 1, others.get(key)?.length ?? 1);
    }
    const weight = (form.kind === 'number' ? 1.5 : 1) / Math.sqrt(most);
    total += weight;
    const reached = new Set<number>();
    for (const key of form.marks) {
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
