import type { CoveredWord } from '#hiring/prose';
import { type Lang, otherLang } from '#platform/i18n';
import type { Comparison } from './compare.ts';

export type Omission = {
  readonly kind: 'sentence' | 'clause' | 'word';
  readonly lang: Lang;
  readonly start: number;
  readonly end: number;
  readonly words: readonly CoveredWord[];
  /** Else it is a suggestion: a free translation may say it all the same. */
  readonly isSure: boolean;
};

/** The words that a translation does not drop or add freely. */
export const contentOf = (words: readonly CoveredWord[]): CoveredWord[] =>
  words.filter(({ form }) => !form.isLight);

/** Length of a part as it would be in English. */
function lengthOf({ parts, ratio }: Comparison, lang: Lang): number {
  const { start, end } = parts[lang];
  return lang === 'fr' ? (end - start) / ratio : end - start;
}

/** By how much a part is longer than its counterpart, as English would be. */
export function excessOf(comparison: Comparison, lang: Lang): number {
  return lengthOf(comparison, lang) - lengthOf(comparison, otherLang(lang));
}

/** A length of a part as it would be in English. */
export function inEnglish({ ratio }: Comparison, lang: Lang, length: number): number {
  return lang === 'fr' ? length / ratio : length;
}

/** Only of a word whose translations are known does it mean anything that none is there. */
export function isKnown({ form }: CoveredWord): boolean {
  return form.kind === 'word' && form.concepts.length > 0 && form.folded.length > 3;
}
