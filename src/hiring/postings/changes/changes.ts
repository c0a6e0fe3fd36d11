import { type Lang, langs } from '#platform/i18n';
import type { Pair } from '../loader/pair.ts';
import { words } from '../messages.ts';
import { blocksOf } from './blocks.ts';
import { type FactChange, compareFacts } from './compare-facts.ts';
import { type ComparedBlock, compareTexts } from './compare-texts.ts';

/** Everything in which two versions of a posting differ. */
export type Changes = {
  readonly text: Readonly<Record<Lang, readonly ComparedBlock[]>>;
  readonly facts: readonly FactChange[];
};

/** Compares two versions; facts are put in the words of `lang`. */
export function compareVersions(
  before: Pair,
  after: Pair,
  lang: Lang,
  audience: 'staff' | 'public',
): Changes {
  const compare = (of: Lang): ComparedBlock[] =>
    compareTexts(blocksOf(before.halves[of].text), blocksOf(after.halves[of].text));
  return {
    text: { en: compare('en'), fr: compare('fr') },
    facts: compareFacts(before, after, words(lang), audience),
  };
}

/** How many passages of each language were changed, added, removed. */
export function countPassages({ text }: Changes): Readonly<Record<Lang, number>> {
  const count = (of: Lang): number => text[of].filter(({ kind }) => kind !== 'same').length;
  return { en: count('en'), fr: count('fr') };
}

/** Whether there is anything to show. */
export function hasChanges(changes: Changes): boolean {
  const passages = countPassages(changes);
  return changes.facts.length > 0 || langs.some((lang) => passages[lang] > 0);
}

/** What changed, in one line: "English: 2 passages. French: 3 passages. Closes, Salary." */
export function summaryOf(changes: Changes, lang: Lang): string {
  const t = words(lang);
  if (!hasChanges(changes)) return t('changes.none');
  const passages = countPassages(changes);
  const lines = langs
    .filter((of) => passages[of] > 0)
    .map((of) => t(`changes.passages.${of}`, { count: passages[of] }));
  const facts = new Set(changes.facts.map(({ key }) => t(`changes.fact.${key}`)));
  if (facts.size > 0) lines.push(t('changes.facts', { facts: [...facts].join(', ') }));
  return lines.join(' ');
}
