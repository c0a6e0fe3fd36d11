import type { Block, CoveredWord, Span } from '#hiring/prose';
import { type Lang, type Localized, otherLang } from '#platform/i18n';
import type { Compared, Comparison } from './compare.ts';
import { type Omission, contentOf, excessOf, inEnglish, isKnown } from './omission.ts';

/** At least so many words in a row without translation make a clause. */
const clauseWords = 4;

/** A member of a sentence, between two signs or conjunctions, that is missing nearly whole. */
type Member = {
  readonly from: number;
  readonly to: number;
  readonly own: readonly CoveredWord[];
  readonly missing: readonly CoveredWord[];
};

/** Words in a row, and members of the sentence, that may be missing in the other language. */
export type ClauseClues = {
  readonly run: readonly CoveredWord[] | null;
  readonly members: readonly Member[];
};

const noClues: ClauseClues = { run: null, members: [] };

export function clauseClues(
  { words, parts }: Compared,
  blocks: Localized<Block>,
  lang: Lang,
): ClauseClues {
  const content = contentOf(words[lang]);
  const uncovered = content.filter(({ isCovered }) => !isCovered).length;
  if (uncovered === 0) return noClues;
  const leftover = contentOf(words[otherLang(lang)]).filter((w) => !w.isCovered).length;
  const run = longestRun(content);
  return {
    run: run.length >= clauseWords && leftover <= run.length * 0.4 ? run : null,
    members:
      leftover <= 1
        ? missingMembers(
            blocks[lang].text,
            parts[lang],
            lang,
            content,
            blocks[otherLang(lang)].text,
          )
        : [],
  };
}

/** What the clues come to, as long as French is in this posting. */
export function missingClause(comparison: Comparison, lang: Lang): Omission | null {
  const { run, members } = comparison.clues?.clause[lang] ?? noClues;
  const excess = excessOf(comparison, lang);
  // The part must be longer than its counterpart by much of what is missing takes.
  const isLonger = (length: number, share: number): boolean =>
    excess >= inEnglish(comparison, lang, length) * share;
  if (run) {
    const [start, end] = [run[0]!.start, run.at(-1)!.end];
    if (isLonger(end - start, 0.65))
      return { kind: 'clause', lang, start, end, words: run, isSure: true };
  }
  const member = members.find(({ from, to }) => isLonger(to - from, 0.5));
  if (!member) return null;
  const { own, missing } = member;
  return {
    kind: 'clause',
    lang,
    start: own[0]!.start,
    end: own.at(-1)!.end,
    words: missing,
    isSure: true,
  };
}

/** Fewest words without translation in a member of a sentence. */
const fewestOfMember = 2;

const border =
  /[,;:()–—]|(?<!\p{L})(?:including|except|with|and|or|but|unless|while|as well as|et|ou|mais|ainsi que|y compris|sauf|avec|à moins|tout en)(?!\p{L})/giu;

/** What names an exception or an example, so that even one word more says much. */
const aside: Localized<RegExp> = {
  en: /^,?\s*(?:including|except|unless)(?!\p{L})/iu,
  fr: /^,?\s*(?:y compris|sauf|à moins)(?!\p{L})/iu,
};
const answersAside: Localized<RegExp> = {
  en: /(?<!\p{L})(?:includ\p{L}+|such|like|except|unless|other than|but|with|as well)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:compris\p{L}*|incl\p{L}+|notamment|dont|tels?|telles?|comme|sauf|excepté|hormis|moins|sinon|avec|ainsi)(?!\p{L})/iu,
};

function missingMembers(
  whole: string,
  { start, end }: Span,
  lang: Lang,
  content: readonly CoveredWord[],
  other: string,
): Member[] {
  const borders = [...whole.slice(start, end).matchAll(border)].map(({ index }) => start + index);
  return borders.flatMap((from, index) => {
    const to = borders[index + 1] ?? end;
    const own = content.filter((word) => word.start >= from && word.end <= to);
    const missing = own.filter(({ isCovered }) => !isCovered);
    if (missing.length === 0) return [];
    // French spells out what English leaves to be understood: there, a few words are no omission.
    const isExample =
      aside[lang].test(whole.slice(from)) && !answersAside[otherLang(lang)].test(other);
    const [fewest, share] = isExample ? [1, 1] : lang === 'fr' ? [3, 1] : [fewestOfMember, 0.6];
    if (missing.length < fewest || missing.length < own.length * share) return [];
    if (own.length === content.length || !missing.every(isKnown)) return [];
    return [{ from, to, own, missing }];
  });
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
