import type { CoveredWord } from '#hiring/prose';
import { type Lang, otherLang } from '#platform/i18n';
import type { Comparison } from './compare.ts';
import { type Omission, contentOf, excessOf, inEnglish, isKnown } from './omission.ts';

/** At least so many words in a row without translation make a clause. */
const clauseWords = 4;

export function missingClause(comparison: Comparison, lang: Lang): Omission | null {
  const content = contentOf(comparison.words[lang]);
  const leftover = contentOf(comparison.words[otherLang(lang)]).filter((w) => !w.isCovered).length;
  const run = longestRun(content);
  if (run.length >= clauseWords && leftover <= run.length * 0.4) {
    const [start, end] = [run[0]!.start, run.at(-1)!.end];
    // The part must be longer than its counterpart by much of what the clause takes.
    if (excessOf(comparison, lang) >= inEnglish(comparison, lang, end - start) * 0.65) {
      return { kind: 'clause', lang, start, end, words: run };
    }
  }
  const isWorthALook =
    leftover <= 1 && content.filter(({ isCovered }) => !isCovered).length >= fewestOfMember;
  return isWorthALook ? missingMember(comparison, lang, content) : null;
}

/** Fewest words without translation in a member of a sentence. */
const fewestOfMember = 2;

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
    const [fewest, share] = lang === 'fr' ? [3, 1] : [fewestOfMember, 0.6];
    if (missing.length < fewest || missing.length < own.length * share) continue;
    if (own.length === content.length || !missing.every(isKnown)) continue;
    if (excess < inEnglish(comparison, lang, to - from) * 0.5) continue;
    return { kind: 'clause', lang, start: own[0]!.start, end: own.at(-1)!.end, words: missing };
  }
  return null;
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
