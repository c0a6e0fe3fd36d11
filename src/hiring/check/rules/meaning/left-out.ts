import type { LinkedWord } from '#hiring/prose';
import type { Lang } from '#platform/i18n';
import type { Comparison } from './compare.ts';
import { isUnanswered } from './evidence.ts';
import { type Omission, excessOf } from './omission.ts';

/** Words with a counterpart that a part needs before the rest is said to be missing. */
const fewestLinked = 3;
/** How much of what the words take the part must be longer. */
const leastExcess = 0.7;

/** Words apart from each other, of which each alone may be style. */
const fewestApart = 3;

/**
 * Words of any kind that French leaves out, where it has a counterpart for all else, nothing left over
 * itself, and is shorter by as much. The other way round, French spells out what English means.
 */
export function wordsLeftOut(comparison: Comparison, lang: Lang): Omission | null {
  if (!comparison.clues || lang === 'fr' || excessOf(comparison, 'en') <= 0) return null;
  const { links } = comparison.clues.evidence;
  const own = links.en.filter(isUnanswered);
  if (own.length === 0 || links.en.length - own.length < fewestLinked) return null;
  if (links.fr.some(isUnanswered)) return null;
  const isKnown = ({ form }: LinkedWord): boolean =>
    form.kind === 'word' && form.concepts.length > 0 && form.folded.length > 3;
  if (!own.every(isKnown)) return null;
  // One word more is style, unless it was one of two; two are something said.
  if (own.length === 1 && !isOneOfTwo(comparison, own[0]!)) return null;
  const isRun = links.en.indexOf(own.at(-1)!) - links.en.indexOf(own[0]!) === own.length - 1;
  const length = own.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  if (excessOf(comparison, 'en') < length * leastExcess) return null;
  const words = own.map((word) => ({ ...word, isCovered: false }));
  const [start, end] = [words[0]!.start, words.at(-1)!.end];
  if (!isRun && own.length < fewestApart) return null;
  return { kind: isRun ? 'clause' : 'word', lang, start, end, words, isSure: true };
}

/** "Identify and remove": what "and" joins, where French joins less. */
function isOneOfTwo({ blocks, clues }: Comparison, { start, end }: LinkedWord): boolean {
  const { separators } = clues!.evidence;
  if (separators.fr >= separators.en) return false;
  const { text } = blocks.en;
  return (
    /^ (?:and|or)(?!\p{L})/iu.test(text.slice(end, end + 5)) ||
    /(?<!\p{L})(?:and|or) (?:the |their |your |its |our )?$/iu.test(
      text.slice(Math.max(0, start - 11), start),
    )
  );
}
