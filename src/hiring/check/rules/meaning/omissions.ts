import { type Lang, otherLang } from '#platform/i18n';
import type { Comparison } from './compare.ts';
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
  return missingClause(comparison, lang) ?? missingWords(comparison, lang);
}

/** A sentence must be at least so long: "Vegan?" may be said with another one. */
const shortestSentence = 12;

/**
 * A sentence that no sentence answers counts as missing where most of its words are missing too, or
 * where the whole block is longer than its counterpart by about this sentence.
 */
function missingSentence(comparison: Comparison, lang: Lang): Omission | null {
  const { words, parts, blocks, ratio } = comparison;
  const content = contentOf(words[lang]);
  const missing = content.filter(({ isCovered }) => !isCovered);
  const length = parts[lang].end - parts[lang].start;
  if (content.length === 0 || length < shortestSentence) return null;
  const share = missing.length / content.length;
  const scaled = { en: blocks.en.text.length, fr: blocks.fr.text.length / ratio };
  const excess = scaled[lang] - scaled[otherLang(lang)];
  const own = lang === 'fr' ? length / ratio : length;
  const isLonger = excess > 0.4 * own;
  const isClearly = excess > 0.65 * own && excess > 0.05 * scaled[lang];
  const isMissing = isClearly || (isLonger ? share >= 0.1 : share >= 0.6 && content.length >= 4);
  return isMissing ? { kind: 'sentence', lang, ...parts[lang], words: missing } : null;
}
