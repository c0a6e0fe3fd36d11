import type { PairRule, PairUnderCheck } from '#hiring/check';
import { type Block, type CoveredWord, coverageOfBlocks, perCounterparts } from '#hiring/prose';
import { type Localized, langs } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';

/** Content words that both blocks need before anything is said of them. */
const fewest = 5;
/** Share of words with a translation below which two blocks say something else, by their size. */
const thresholds = [
  { words: 28, share: 0.56 },
  { words: 12, share: 0.2 },
  { words: fewest, share: 0.12 },
];

/**
 * Whether two blocks that stand for each other have next to nothing in common. A short text may be
 * translated freely to the last word; in a long one most words have a translation.
 */
export function isOtherText({ en, fr }: Localized<Block>): boolean {
  return haveLittleInCommon(en, fr);
}

const haveLittleInCommon = perCounterparts((one, other): boolean => {
  const covered = coverageOfBlocks(one, other);
  const [en, fr] = langs.map((lang) => covered[lang].filter(({ form }) => !form.isLight));
  const least = Math.min(en!.length, fr!.length);
  const threshold = thresholds.find(({ words }) => least >= words);
  return threshold !== undefined && (shareOf(en!) + shareOf(fr!)) / 2 < threshold.share;
});

function shareOf(words: readonly CoveredWord[]): number {
  return words.filter(({ isCovered }) => isCovered).length / words.length;
}

/** Blocks that stand for each other and say something else. */
export const otherText: PairRule = {
  id: 'meaning/other-text',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check({ documents, alignment }: PairUnderCheck, _context, report) {
    for (const { en, fr } of alignment.blocks) {
      if (en === null || fr === null) continue;
      const blocks = { en: documents.en.blocks[en]!, fr: documents.fr.blocks[fr]! };
      if (blocks.en.kind === 'title' || blocks.en.kind === 'code' || !isOtherText(blocks)) continue;
      report({
        place: placeIn(documents.en, blocks.en),
        counterpart: placeIn(documents.fr, blocks.fr),
        args: { en: excerpt(blocks.en.text), fr: excerpt(blocks.fr.text) },
      });
    }
  },
};
