import { alignSequences } from './align-sequences.ts';
import { contentOfWords } from './content.ts';
import type { Block } from './model.ts';
import { perCounterparts } from './passages.ts';
import { oddityOfLengths, similarityOf } from './similarity.ts';
import { wordsOfBlock } from './words.ts';

/** A part of each of two blocks that says the same; one is empty where nothing does. */
export type AlignedParts = {
  readonly en: { readonly start: number; readonly end: number };
  readonly fr: { readonly start: number; readonly end: number };
};

const gap = -0.4;

/** Finds for the sentences of a block those that say the same in its counterpart. */
export const alignSentences = perCounterparts(align);

function align(en: Block, fr: Block): readonly AlignedParts[] {
  // Two single sentences are never so unlike that they are better left alone.
  if (en.sentences.length === 1 && fr.sentences.length === 1) {
    return [{ en: rangeOf(en, [0, 1]), fr: rangeOf(fr, [0, 1]) }];
  }
  const units = { en: unitsOf(en), fr: unitsOf(fr) };
  const similarity = similarityOf(units.en, units.fr);
  const off = (a: number, b: number): number => Math.min(oddityOfLengths(a, b) * 0.05, 0.6);
  const lengthEn = (i: number): number => units.en[i]?.length ?? 0;
  const lengthFr = (j: number): number => units.fr[j]?.length ?? 0;
  const steps = alignSequences(units.en.length, units.fr.length, {
    one: (i, j) => 1.6 * similarity.of(i, j) - 0.1 - off(lengthEn(i), lengthFr(j)),
    twoToOne: (i, j) =>
      1.6 * similarity.ofTwoToOne(i, j) - 0.6 - off(lengthEn(i) + lengthEn(i + 1), lengthFr(j)),
    oneToTwo: (i, j) =>
      1.6 * similarity.ofOneToTwo(i, j) - 0.6 - off(lengthEn(i), lengthFr(j) + lengthFr(j + 1)),
    gapFirst: () => gap,
    gapSecond: () => gap,
  });
  return steps.map(({ first, second }) => ({
    en: rangeOf(en, first),
    fr: rangeOf(fr, second),
  }));
}

function unitsOf(block: Block) {
  const words = wordsOfBlock(block);
  return block.sentences.map(({ start, end }) => ({
    content: contentOfWords(words.filter((word) => word.start >= start && word.end <= end)),
    length: end - start,
  }));
}

function rangeOf({ sentences }: Block, [from, to]: readonly [number, number]) {
  if (from === to) return { start: 0, end: 0 };
  return { start: sentences[from]!.start, end: sentences[to - 1]!.end };
}
