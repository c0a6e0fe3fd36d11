import type { Lang } from '#platform/i18n';
import { otherLang } from '#platform/i18n';
import { type CoveredWord, translate } from '#hiring/prose';
import type { Comparison } from './compare.ts';
import { isQualifier } from './qualifiers.ts';

export type Omission = {
  readonly kind: 'sentence' | 'clause' | 'word';
  readonly lang: Lang;
  readonly start: number;
  readonly end: number;
  readonly words: readonly CoveredWord[];
};

/** What a part says in one language only; null where it is not sure enough to be said. */
export function omissionIn(comparison: Comparison, lang: Lang): Omission | null {
  const { parts } = comparison;
  const part = parts[lang];
  const other = parts[otherLang(lang)];
  if (part.start === part.end) return null;
  if (other.start === other.end) return missingSentence(comparison, lang);
  return missingClause(comparison, lang) ?? missingWords(comparison, lang);
}

const contentOf = (words: readonly CoveredWord[]): CoveredWord[] =>
  words.filter(({ form }) => !form.isLight);

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

/** Length of a part as it would be in English. */
function lengthOf({ parts, ratio }: Comparison, lang: Lang): number {
  const { start, end } = parts[lang];
  return lang === 'fr' ? (end - start) / ratio : end - start;
}

/** At least so many words in a row without translation make a clause. */
const clauseWords = 4;

function missingClause(comparison: Comparison, lang: Lang): Omission | null {
  const content = contentOf(comparison.words[lang]);
  const leftover = contentOf(comparison.words[otherLang(lang)]).filter((w) => !w.isCovered).length;
  const run = longestRun(content);
  if (run.length >= clauseWords && leftover <= run.length * 0.4) {
    const [start, end] = [run[0]!.start, run.at(-1)!.end];
    // The part must be longer than its counterpart by much of what the clause takes.
    if (excessOf(comparison, lang) >= inEnglish(comparison, lang, end - start) * 0.5) {
      return { kind: 'clause', lang, start, end, words: run };
    }
  }
  return leftover <= 1 ? missingMember(comparison, lang, content) : null;
}

const border =
  /[,;:()–—]|(?<!\p{L})(?:and|or|but|unless|while|as well as|et|ou|mais|ainsi que|à moins|tout en)(?!\p{L})/giu;

/** A member of a sentence, between two signs or conjunctions, that is missing nearly whole. */
function missingMember(
  comparison: Comparison,
  lang: Lang,
  content: readonly CoveredWord[],
): Omission | null {
  const { start, end } = comparison.parts[lang];
  const text = comparison.blocks[lang].text.slice(start, end);
  const borders = [...text.matchAll(border)].map(({ index }) => start + index);
  const excess = excessOf(comparison, lang);
  for (const [index, from] of borders.entries()) {
    const to = borders[index + 1] ?? end;
    const own = content.filter((word) => word.start >= from && word.end <= to);
    const missing = own.filter(({ isCovered }) => !isCovered);
    // French spells out what English leaves to be understood: there, a few words are no omission.
    const [fewest, share] = lang === 'fr' ? [3, 1] : [2, 0.6];
    if (missing.length < fewest || missing.length < own.length * share) continue;
    if (own.length === content.length || !missing.every(isKnown)) continue;
    if (excess < inEnglish(comparison, lang, to - from) * 0.5) continue;
    return { kind: 'clause', lang, start: own[0]!.start, end: own.at(-1)!.end, words: missing };
  }
  return null;
}

/** By how much a part is longer than its counterpart, as English would be. */
function excessOf(comparison: Comparison, lang: Lang): number {
  return lengthOf(comparison, lang) - lengthOf(comparison, otherLang(lang));
}

function inEnglish({ ratio }: Comparison, lang: Lang, length: number): number {
  return lang === 'fr' ? length / ratio : length;
}

/** The longest stretch of words without translation, in which one in five may have one. */
function longestRun(content: readonly CoveredWord[]): CoveredWord[] {
  let best: CoveredWord[] = [];
  for (let from = 0; from < content.length; from += 1) {
    if (content[from]!.isCovered) continue;
    let covered = 0;
    for (let to = from; to < content.length; to += 1) {
      if (content[to]!.isCovered) covered += 1;
      const length = to - from + 1;
      if (covered > 1 + length / 5) break;
      if (!content[to]!.isCovered && length - covered > best.length) {
        best = content.slice(from, to + 1).filter(({ isCovered }) => !isCovered);
      }
    }
  }
  return best;
}

const separator = /[,;]|(?<!\p{L})(?:and|or|et|ou|ni|&)(?!\p{L})/gu;

/** More words left over on either side make a part too freely translated to judge. */
const mostUnmatched = 4;

/**
 * Words without counterpart in a part that is otherwise translated. A free translation leaves words
 * over on both sides, and near each other; what is left out leaves one side only. So beside the
 * translations of a word's neighbours no word may be left over that could be its own.
 */
function missingWords(comparison: Comparison, lang: Lang): Omission | null {
  const content = contentOf(comparison.ownWords[lang]);
  const missing = content.filter(({ isCovered }) => !isCovered);
  if (missing.length === 0 || missing.length > mostUnmatched) return null;
  if (content.length < 3 || missing.length > content.length * 0.4) return null;
  const others = contentOf(comparison.ownWords[otherLang(lang)]);
  const unmatched = others.filter(({ isCovered }) => !isCovered).length;
  const isShorter =
    countSeparators(comparison, lang) > countSeparators(comparison, otherLang(lang));
  if (unmatched > mostUnmatched || others.length < (content.length - missing.length) * 0.6) {
    return null;
  }
  const sure = missing.filter((word) => {
    const isMember = isEnumerated(comparison, lang, word);
    // A name is written alike in both languages, whatever is translated freely around it.
    if (isMember && isShorter && isName(comparison, lang, word)) return true;
    if (!isKnown(word) || !(isMember || isQualifier(lang, word.form.folded))) return false;
    if (unmatched === 0) return true;
    if (isMember && !isShorter && !isQualifier(lang, word.form.folded)) return false;
    return !hasLeftoverNear(content, content.indexOf(word), others);
  });
  if (sure.length === 0) return null;
  return { kind: 'word', lang, start: sure[0]!.start, end: sure.at(-1)!.end, words: sure };
}

/** How many words from a neighbour's translation a word's own translation may stand. */
const near = 3;

function hasLeftoverNear(
  content: readonly CoveredWord[],
  index: number,
  others: readonly CoveredWord[],
): boolean {
  let neighbours = 0;
  for (const neighbour of [content[index - 1], content[index + 1]]) {
    if (!neighbour?.isCovered) continue;
    for (const [at, other] of others.entries()) {
      if (!translate(neighbour.form, other.form)) continue;
      neighbours += 1;
      const around = others.slice(Math.max(0, at - near), at + near + 1);
      if (around.some(({ isCovered }) => !isCovered)) return true;
    }
  }
  return neighbours === 0;
}

function countSeparators({ blocks, parts }: Comparison, lang: Lang): number {
  const { start, end } = parts[lang];
  return blocks[lang].text.slice(start, end).match(separator)?.length ?? 0;
}

const openingSign =
  /(?:[,;(]|(?<!\p{L})(?:and|or|et|ou|&))\s*(?:(?:de|des|du|la|le|les|à|au|aux|the|an?|in|en|to)\s+)*(?:[ld][’'])?$/iu;
const closingSign = /^\s*(?:[,;.)]|$|(?:and|or|et|ou|&)(?!\p{L}))/iu;

/** Whether a word stands alone between commas, or a comma and "and": a member of an enumeration. */
function isEnumerated({ blocks }: Comparison, lang: Lang, { start, end }: CoveredWord): boolean {
  const { text } = blocks[lang];
  const isOpened = openingSign.test(text.slice(Math.max(0, start - 16), start));
  return isOpened && closingSign.test(text.slice(end, end + 8));
}

/** A word in capitals, or with one where no sentence begins, that no lexicon knows. */
function isName({ blocks }: Comparison, lang: Lang, { start, end, form }: CoveredWord): boolean {
  const written = blocks[lang].text.slice(start, end);
  return form.concepts.length === 0 && /^\p{Lu}/u.test(written) && written.length > 3;
}

/** Only of a word whose translations are known does it mean anything that none is there. */
function isKnown({ form }: CoveredWord): boolean {
  return form.kind === 'word' && form.concepts.length > 0 && form.folded.length > 3;
}
