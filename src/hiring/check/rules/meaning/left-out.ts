import type { LinkedWord } from '#hiring/prose';
import type { Lang } from '#platform/i18n';
import type { Comparison } from './compare.ts';
import { type Omission, excessOf } from './omission.ts';

/** Words with a counterpart that a part needs before the rest is said to be missing. */
const fewestLinked = 3;
/** One word more is style, two are something said. */
const fewest = 2;
/** How much of what the words take the part must be longer. */
const leastExcess = 0.7;

const isOver = ({ link, isRepeated, isLoose }: LinkedWord): boolean =>
  link === -1 && !isRepeated && !isLoose;

/**
 * Words of any kind that French leaves out, where it has a counterpart for all else, nothing left over
 * itself, and is shorter by as much. The other way round, French spells out what English means.
 */
export function wordsLeftOut(comparison: Comparison, lang: Lang): Omission | null {
  if (!comparison.clues || lang === 'fr') return null;
  const { links } = comparison.clues.evidence;
  const own = links.en.filter(isOver);
  if (own.length < fewest || links.en.length - own.length < fewestLinked) return null;
  if (links.fr.some(isOver)) return null;
  const isKnown = ({ form }: LinkedWord): boolean =>
    form.kind === 'word' && form.concepts.length > 0 && form.folded.length > 3;
  if (!own.every(isKnown)) return null;
  const length = own.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  if (excessOf(comparison, 'en') < length * leastExcess) return null;
  const words = own.map((word) => ({ ...word, isCovered: false }));
  const [start, end] = [words[0]!.start, words.at(-1)!.end];
  const isRun = links.en.indexOf(own.at(-1)!) - links.en.indexOf(own[0]!) === own.length - 1;
  return { kind: isRun ? 'clause' : 'word', lang, start, end, words, isSure: true };
}
