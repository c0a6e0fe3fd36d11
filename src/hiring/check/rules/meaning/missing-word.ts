import type { LinkedWord, WordLinks } from '#hiring/prose';
import { type Lang, otherLang } from '#platform/i18n';
import type { Comparison } from './compare.ts';
import { enumerates } from './enumeration.ts';
import { type PartEvidence, evidenceOf, isUnanswered } from './evidence.ts';
import type { Omission } from './omission.ts';
import { actsAsVerb, isQualifier, qualifiesBeside } from './qualifiers.ts';
import { likelihoodOf } from './weights.ts';

/** From what likelihood a word is said to be missing: as a suggestion, and with a warning. */
const probably = 0.95;
const surely = 0.975;

/** A part with fewer words than this in common with its counterpart is translated too freely. */
const leastLinked = 0.45;

/**
 * Qualifiers and members of enumerations without counterpart in a part that is otherwise
 * translated. A free translation leaves words over on both sides, and near each other; what is left
 * out leaves one side only.
 */
export function missingWords({ clues, ratio }: Comparison, lang: Lang): Omission | null {
  if (!clues) return null;
  const { evidence, judged, members } = clues;
  const own = evidence.links[lang];
  let best = 0;
  const missing = judged[lang].filter((at) => {
    const likelihood = likelihoodOf(evidenceOf(evidence, ratio, lang, at));
    if (likelihood < probably) return false;
    best = Math.max(best, likelihood);
    return true;
  });
  const all = [...missing, ...members[lang]].sort((a, b) => a - b);
  if (all.length === 0) return null;
  const words = all.map((at) => ({ ...own[at]!, isCovered: false }));
  // Members are sought only where everything else of the enumeration has a counterpart.
  const isSure = best >= surely || members[lang].length > 0;
  return { kind: 'word', lang, start: words[0]!.start, end: words.at(-1)!.end, words, isSure };
}

/** Share of words linked below which nothing is said of a word that the lexicon does not know. */
const leastLinkedOfUnknown = 0.6;

/**
 * Places of members of enumerations that the lexicon does not know, mostly names ("Python"), where the
 * other language parts fewer members and leaves no word over that may stand for them.
 */
export function missingMembers(part: PartEvidence, lang: Lang): readonly number[] {
  const other = otherLang(lang);
  if (part.separators[other] >= part.separators[lang]) return [];
  if (shareLinked(part.links) < leastLinkedOfUnknown) return [];
  const { text } = part.blocks[lang];
  // An acronym may have another one in the other language.
  const hasOwnName = part.links[other].some(isUnlinkedName);
  return [...part.links[lang].keys()].filter((at) => {
    const word = part.links[lang][at]!;
    const { form } = word;
    if (
      !isUnanswered(word) ||
      form.kind === 'number' ||
      (form.kind === 'name' && hasOwnName) ||
      form.concepts.length > 0
    )
      return false;
    if (text[word.start - 1] === '(' || isInCompound(part.links[lang], at)) return false;
    if (!enumerates(text, word) || isDoublet(part.links[lang], at)) return false;
    const mayBeInstead = word.instead !== -1 && part.leftover[other] > 1;
    // A name has no other word for it.
    return (!mayBeInstead || isName(text, word)) && !isReplaced(part, lang, at);
  });
}

/** Places of the words of which it may be said that they are missing. */
export function judgedWords(evidence: PartEvidence, lang: Lang): readonly number[] {
  if (shareLinked(evidence.links) < leastLinked) return [];
  return [...evidence.links[lang].keys()].filter((at) => isJudged(evidence, lang, at));
}

const isUnlinkedName = ({ form, link }: LinkedWord): boolean => form.kind === 'name' && link === -1;

const isName = (text: string, { start }: LinkedWord): boolean =>
  /\p{Lu}/u.test(text[start]!) && /\p{Ll}[\p{L} ,]* $/u.test(text.slice(0, start));

function shareLinked({ en, fr }: WordLinks): number {
  const linked = [...en, ...fr].filter(({ link }) => link >= 0).length;
  return linked / Math.max(1, en.length + fr.length);
}

/** Verbs and nouns of idioms, which stand alone between signs and are no members. */
const sayLittle: ReadonlySet<string> = new Set([
  'want',
  'center',
  'centre',
  'know',
  'field',
  'leading',
]);

/** Whether a word is one of which it means anything that it has no counterpart. */
export function isJudged(part: PartEvidence, lang: Lang, at: number): boolean {
  const { blocks, links } = part;
  const word = links[lang][at]!;
  const { form } = word;
  if (word.link !== -1 || word.isLoose || form.kind !== 'word') return false;
  // Only of a word whose translations are known does it mean anything that none is there.
  if (form.concepts.length === 0 || form.folded.length < 4) return false;
  if (isInCompound(links[lang], at) || isDoublet(links[lang], at)) return false;
  if (actsAsVerb(lang, blocks[lang].text, word)) return false;
  const qualifies =
    isQualifier(lang, form.folded) || qualifiesBeside(lang, blocks[lang].text, word);
  const isMember = enumerates(blocks[lang].text, word);
  const isShorter = part.separators[otherLang(lang)] < part.separators[lang];
  if (!qualifies && (!isMember || !isShorter)) return false;
  if (isMember && sayLittle.has(form.folded)) return false;
  if (isInName(part, lang, word)) return false;
  return !isReplaced(part, lang, at);
}

/** Another word stands in its place: a free or a wrong translation, but no omission. */
function isReplaced({ links }: PartEvidence, lang: Lang, at: number): boolean {
  const others = links[otherLang(lang)];
  // What is left over there, unless it stands for another word that is left over here.
  const isOver = (place: number): boolean => {
    const over = others[place];
    if (!over || !isUnanswered(over)) return false;
    return over.instead === -1 || over.instead === at;
  };
  return [at - 1, at + 1].some((beside) => {
    const image = links[lang][beside]?.link ?? -1;
    return image >= 0 && (isOver(image - 1) || isOver(image + 1));
  });
}

/** Words with capitals in a row, for which the other language has an acronym. */
function isInName(
  { blocks, links }: PartEvidence,
  lang: Lang,
  { start, end }: LinkedWord,
): boolean {
  const { text } = blocks[lang];
  const others = links[otherLang(lang)];
  // "Le Service numérique canadien (SNC)": French writes but the first word of a name large.
  if (others.some(({ form }) => form.kind === 'name') && spelledOut.test(text.slice(end)))
    return true;
  if (!/^\p{Lu}/u.test(text.slice(start, end))) return false;
  if (!/\p{Lu}\p{L}+ $/u.test(text.slice(0, start)) && !/^ \p{Lu}/u.test(text.slice(end)))
    return false;
  return others.some(isUnlinkedName);
}

const spelledOut = /^(?: [\p{L}'’]+){0,4} \(\p{Lu}{2,6}\)/u;

function isInCompound(words: readonly LinkedWord[], at: number): boolean {
  return words[at]!.isJoined || words[at + 1]?.isJoined === true;
}

/** "Développeuses et développeurs": one word of English for both. */
function isDoublet(words: readonly LinkedWord[], at: number): boolean {
  const [own] = words[at]!.form.cognates;
  const from = Math.max(0, at - 3);
  return words
    .slice(from, at + 4)
    .some(({ form }, index) => from + index !== at && form.cognates[0] === own);
}
