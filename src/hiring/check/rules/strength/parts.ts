import type { PairUnderCheck } from '#hiring/check';
import {
  type AlignedParts,
  type Block,
  type Document,
  alignSentences,
  ofLatest,
  perCounterparts,
} from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { isOtherText } from '../meaning/other-text.ts';
import { surelyIn } from '../support/evidence.ts';
import { type Demand, demandsIn } from './demands.ts';
import { askedIn, namesOwnExperience, saysWhatOneCan, saysWhatWasDone } from './past-practice.ts';

/** A part of two blocks that says the same in both languages: mostly a sentence. */
export type Part = {
  readonly blocks: Localized<Block>;
  readonly parts: AlignedParts;
  /** What each language demands there; offsets count from its part. */
  readonly demands: Localized<readonly Demand[]>;
  /** The language that asks for what was done where the other asks for what one can do. */
  readonly practice: Lang | null;
};

/** Blocks that are matched less surely than this are not compared. */
const leastConfidence = 0.15;

/** The sentences of both languages that say the same. */
export const partsOf = ofLatest(findParts);

function findParts({ documents, alignment }: PairUnderCheck): Part[] {
  const joined = joinedBlocks(documents, alignment);
  return alignment.blocks.flatMap(({ en, fr, confidence }) => {
    if (en === null || fr === null || confidence < leastConfidence) return [];
    const blocks = { en: documents.en.blocks[en]!, fr: documents.fr.blocks[fr]! };
    if (blocks.en.kind === 'code' || joined.en.has(en) || joined.fr.has(fr)) return [];
    if (isUntranslated(blocks.en, blocks.fr) || isOtherText(blocks)) return [];
    return said(blocks.en, blocks.fr).map((one) => ({ blocks, ...one }));
  });
}

const said = perCounterparts((en, fr): readonly Omit<Part, 'blocks'>[] =>
  alignSentences(en, fr).map((parts) => {
    const texts = {
      en: en.text.slice(parts.en.start, parts.en.end),
      fr: fr.text.slice(parts.fr.start, parts.fr.end),
    };
    const demands = { en: demandsIn(texts.en, 'en'), fr: demandsIn(texts.fr, 'fr') };
    const practice = langs.find((lang) => isPractice(texts, lang)) ?? null;
    return { parts, demands, practice };
  }),
);

/** Experience in one language and only ability in the other. */
function isPractice(texts: Localized, lang: Lang): boolean {
  const other = otherLang(lang);
  if (namesOwnExperience(texts[lang], lang)) return askedIn(texts[other], other) === 'ability';
  return saysWhatWasDone(texts[lang], lang) && saysWhatOneCan(texts[other], other);
}

/** Both in one language: that is found as such. */
const isUntranslated = perCounterparts(
  (en, fr): boolean => surelyIn(en.text, 'fr') || surelyIn(fr.text, 'en'),
);

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
