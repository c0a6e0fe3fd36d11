import { mostPairs } from './align-sequences.ts';
import { type Content, sharedWeights } from './content.ts';

/** What is compared: a block or a sentence, as its words and its length in signs. */
export type Unit = { readonly content: Content; readonly length: number };

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
  if (en.length * m > mostPairs) return unknown;
  const { found, weights } = sharedWeights(
    en.map(({ content }) => content),
    fr.map(({ content }) => content),
  );
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

/** Of sequences that are too long to be compared. */
const unknown: Similarity = { of: () => 0, ofTwoToOne: () => 0, ofOneToTwo: () => 0 };

/** Of each of two units that are taken for one of the other side, so much must be found there. */
const leastPart = 0.5;

/**
 * How odd two lengths are for a translation, 0 (not at all) upwards: French of this kind is about a
 * fifth longer than English, and the spread grows with the root of the length.
 */
export function oddityOfLengths(en: number, fr: number): number {
  const spread = Math.sqrt(8 * (en + fr) * 0.5 + 30);
  const off = (fr - 1.2 * en) / spread;
  return off * off;
}
