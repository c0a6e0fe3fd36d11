import type { PairUnderCheck } from '#hiring/check';
import {
  type AlignedParts,
  type Block,
  type Document,
  alignSentences,
  wordsOfBlock,
} from '#hiring/prose';
import { type Localized, langs, otherLang } from '#platform/i18n';
import { isOtherText } from '../meaning/other-text.ts';
import { surelyIn } from '../support/evidence.ts';

/** A part of two blocks that says the same in both languages: mostly a sentence. */
export type Part = {
  readonly blocks: Localized<Block>;
  readonly parts: AlignedParts;
};

/** Blocks that are matched less surely than this are not compared. */
const leastConfidence = 0.15;

const known = new WeakMap<PairUnderCheck['alignment'], Part[]>();

/** The sentences of both languages that say the same. */
export function partsOf(pair: PairUnderCheck): Part[] {
  let parts = known.get(pair.alignment);
  if (!parts) known.set(pair.alignment, (parts = findParts(pair)));
  return parts;
}

function findParts({ documents, alignment }: PairUnderCheck): Part[] {
  const joined = joinedBlocks(documents, alignment);
  return alignment.blocks.flatMap(({ en, fr, confidence }) => {
    if (en === null || fr === null || confidence < leastConfidence) return [];
    const blocks = { en: documents.en.blocks[en]!, fr: documents.fr.blocks[fr]! };
    if (
      blocks.en.kind === 'code' ||
      isUntranslated(blocks) ||
      isOtherText(blocks) ||
      joined.en.has(en) ||
      joined.fr.has(fr)
    )
      return [];
    const words = { en: wordsOfBlock('en', blocks.en), fr: wordsOfBlock('fr', blocks.fr) };
    return alignSentences(blocks.en, blocks.fr, words).map((parts) => ({ blocks, parts }));
  });
}

/** Both in one language: that is found as such. */
function isUntranslated({ en, fr }: Localized<Block>): boolean {
  return surelyIn(en.text, 'fr') || surelyIn(fr.text, 'en');
}

/** Blocks that say what two of the other language say. */
function joinedBlocks(
  documents: Localized<Document>,
  alignment: PairUnderCheck['alignment'],
): Localized<Set<number>> {
  const joined = { en: new Set<number>(), fr: new Set<number>() };
  for (const lang of langs) {
    for (const { id } of documents[lang].blocks) {
      const into = alignment.partOf(lang, id);
      if (into !== null) joined[otherLang(lang)].add(into);
    }
  }
  return joined;
}
