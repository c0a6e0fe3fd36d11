import { type Lang, otherLang } from '#platform/i18n';
import { type Comparison, linksOfBlocks } from './compare.ts';
import { wordsLeftOut } from './left-out.ts';
import { missingClause } from './missing-clause.ts';
import { missingWords } from './missing-word.ts';
import { type Omission, contentOf } from './omission.ts';

/** What a part says in one language only; null where it is not sure enough to be said. */
export function omissionIn(comparison: Comparison, lang: Lang): Omission | null {
  const { parts } = comparison;
  const part = parts[lang];
  const other = parts[otherLang(lang)];
  if (part.start === part.end) return null;
  if (other.start === other.end) return missingSentence(comparison, lang);
  return (
    missingClause(comparison, lang) ??
    missingWords(comparison, lang) ??
    wordsLeftOut(comparison, lang)
  );
}

/** A sentence must be at least so long: "Vegan?" may be said with another one. */
const shortestSentence = 12;

/**
 * A sentence that no sentence answers counts as missing where most of its words are missing too, each
 * word of the counterpart standing for one of the whole block; or where half of them are, and the
 * block is longer than its counterpart by about this sentence.
 */
function missingSentence(comparison: Comparison, lang: Lang): Omission | null {
  const { words, parts, blocks, ratio } = comparison;
  const content = contentOf(words[lang]);
  const length = parts[lang].end - parts[lang].start;
  if (content.length < 2 || length < shortestSentence) return null;
  const links = linksOfBlocks(blocks)[lang].filter(
    ({ start, end }) => start >= parts[lang].start && end <= parts[lang].end,
  );
  const share = links.filter(({ link }) => link >= 0).length / links.length;
  const scaled = { en: blocks.en.text.length, fr: blocks.fr.text.length / ratio };
  const own = lang === 'fr' ? length / ratio : length;
  const excess = (scaled[lang] - scaled[otherLang(lang)]) / own;
  const isMissing = limits.some((limit) => share <= limit.linked && excess > limit.excess);
  const missing = content.filter(({ isCovered }) => !isCovered);
  return isMissing
    ? { kind: 'sentence', lang, ...parts[lang], words: missing, isSure: true }
    : null;
}

/** Up to what share of linked words, and from what excess in lengths of the sentence, it is missing. */
const limits = [
  { linked: 0.25, excess: 0 },
  { linked: 0.5, excess: 0.3 },
  { linked: 0.7, excess: 0.6 },
  { linked: 0.85, excess: 0.85 },
];
