import type { PairUnderCheck } from '#hiring/check';
import {
  type AlignedParts,
  type Block,
  type CoveredWord,
  type Word,
  type WordLinks,
  alignSentences,
  coverageOf,
  coverageOfBlocks,
  linkWords,
  ofLatest,
  perCounterparts,
  wordsOfBlock,
} from '#hiring/prose';
import { type Localized, langs, otherLang } from '#platform/i18n';

import { type Clues, cluesOf } from './clues.ts';
import { isOtherText } from './other-text.ts';

/** A part of two blocks that say the same, mostly a sentence, whatever posting they stand in. */
export type Compared = {
  readonly parts: AlignedParts;
  /** Words of the part, each with whether the other block has a word for it. */
  readonly words: Localized<readonly CoveredWord[]>;
  /** The same with only the other part looked at. */
  readonly ownWords: Localized<readonly CoveredWord[]>;
};

/** A part of two blocks that have each other as counterparts. */
export type Comparison = Compared & {
  readonly blocks: Localized<Block>;
  /** What may be left out of it; null where only one language says anything. */
  readonly clues: Clues | null;
  /** How long French is for the English in this posting. */
  readonly ratio: number;
};

/** Blocks that are matched less surely than this are not compared word for word. */
const leastConfidence = 0.15;

/** Everything that both languages say, sentence by sentence where sentences match. */
export const comparisonsOf = ofLatest((pair: PairUnderCheck): Comparison[] => {
  const ratio = ratioOf(pair);
  return comparedBlocks(pair).flatMap((blocks) => compare(blocks, ratio));
});

/** The blocks that say the same, surely enough to be compared word for word. */
export const comparedBlocks = ofLatest((pair: PairUnderCheck): Localized<Block>[] => {
  const { documents, alignment } = pair;
  const joined = joinedTo(pair);
  return alignment.blocks.flatMap(({ en, fr, confidence }) => {
    if (en === null || fr === null || confidence < leastConfidence) return [];
    const blocks = { en: documents.en.blocks[en]!, fr: documents.fr.blocks[fr]! };
    if (blocks.en.kind === 'code' || blocks.en.kind === 'title') return [];
    // What a joined block says would look like something that is missing here.
    if (joined.en.has(en) || joined.fr.has(fr)) return [];
    return isOtherText(blocks) ? [] : [blocks];
  });
});

function compare(blocks: Localized<Block>, ratio: number): Comparison[] {
  return compareWords(blocks.en, blocks.fr).map((one) => ({ blocks, ratio, ...one }));
}

/** A part with what speaks for something being left out of it. */
export type Clued = Omit<Comparison, 'blocks' | 'ratio'>;

/** The parts of two blocks that say the same. */
export const compareWords = perCounterparts((en, fr): readonly Clued[] =>
  partsOf(en, fr).map((part) => ({ ...part, clues: cluesOf(part, { en, fr }) })),
);

function partsOf(en: Block, fr: Block): Compared[] {
  const covered = coverageOfBlocks(en, fr);
  const aligned = alignSentences(en, fr);
  const [first] = aligned;
  if (first && aligned.length === 1) return [{ parts: first, words: covered, ownWords: covered }];
  const own = { en: wordsOfBlock(en), fr: wordsOfBlock(fr) };
  return aligned.map((parts) => ({
    parts,
    words: within(covered, parts),
    ownWords: coverageOf(within(own, parts)),
  }));
}

const linksOf = perCounterparts((en, fr) =>
  linkWords({ en: wordsOfBlock(en), fr: wordsOfBlock(fr) }),
);

/** The words of two whole blocks, linked one to one. */
export const linksOfBlocks = ({ en, fr }: Localized<Block>): WordLinks => linksOf(en, fr);

function within<W extends Word>(
  words: Localized<readonly W[]>,
  { en, fr }: AlignedParts,
): Localized<readonly W[]> {
  return {
    en: words.en.filter(({ start, end }) => start >= en.start && end <= en.end),
    fr: words.fr.filter(({ start, end }) => start >= fr.start && end <= fr.end),
  };
}

/** Blocks whose counterpart says more than they do, as it stands for the block after them too. */
function joinedTo({ documents, alignment }: PairUnderCheck): Localized<Set<number>> {
  const joined = { en: new Set<number>(), fr: new Set<number>() };
  for (const lang of langs) {
    for (const { id } of documents[lang].blocks) {
      const into = alignment.partOf(lang, id);
      if (into !== null) joined[otherLang(lang)].add(into);
    }
  }
  return joined;
}

/** The middle of how much longer French is than English, block by block. */
function ratioOf({ documents, alignment }: PairUnderCheck): number {
  const ratios = alignment.blocks
    .flatMap(({ en, fr, confidence }) => {
      if (en === null || fr === null || confidence < 0.6) return [];
      const lengths = [documents.en.blocks[en]!.text.length, documents.fr.blocks[fr]!.text.length];
      return lengths[0]! >= 40 ? [lengths[1]! / lengths[0]!] : [];
    })
    .sort((a, b) => a - b);
  const middle = ratios[ratios.length >> 1] ?? 1.2;
  return ratios.length < 5 ? 1.2 : Math.min(Math.max(middle, 1), 1.45);
}
