import { type LinkedWord, type WordLinks, linkWords } from '#hiring/prose';
import { type Lang, otherLang } from '#platform/i18n';
import type { Comparison } from './compare.ts';
import { enumerates } from './enumeration.ts';
import { type PartEvidence, evidenceOf, partEvidence } from './evidence.ts';
import type { Omission } from './omission.ts';
import { isQualifier } from './qualifiers.ts';
import { likelihoodOf } from './weights.ts';

/** From what likelihood a word is said to be missing. */
export const surely = 0.94;

/** A part with fewer words than this in common with its counterpart is translated too freely. */
const leastLinked = 0.45;

const known = new WeakMap<Comparison, PartEvidence>();

function evidenceOfPart(comparison: Comparison): PartEvidence {
  let evidence = known.get(comparison);
  if (!evidence) {
    const { blocks, parts, ownWords, ratio } = comparison;
    evidence = partEvidence(blocks, parts, linkWords(ownWords), ratio);
    known.set(comparison, evidence);
  }
  return evidence;
}

/**
 * Qualifiers and members of enumerations without counterpart in a part that is otherwise
 * translated. A free translation leaves words over on both sides, and near each other; what is left
 * out leaves one side only.
 */
export function missingWords(comparison: Comparison, lang: Lang): Omission | null {
  const evidence = evidenceOfPart(comparison);
  const words = evidence.links[lang];
  if (shareLinked(evidence.links) < leastLinked) return null;
  const sure = words.filter(
    (_, at) =>
      isJudged(evidence, lang, at) && likelihoodOf(evidenceOf(evidence, lang, at)) >= surely,
  );
  if (sure.length === 0) return null;
  const placed = sure.map((word) => ({ ...word, isCovered: false }));
  return { kind: 'word', lang, start: sure[0]!.start, end: sure.at(-1)!.end, words: placed };
}

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
  const qualifies = isQualifier(lang, form.folded);
  const isMember = enumerates(blocks[lang].text, word);
  const isShorter = part.separators[otherLang(lang)] < part.separators[lang];
  if (isMember ? !isShorter || sayLittle.has(form.folded) : !qualifies) return false;
  if (isInName(part, lang, word)) return false;
  return !isReplaced(part, lang, word, isMember, qualifies);
}

/** Another word of its kind stands in its place: a free or a wrong translation, but no omission. */
function isReplaced(
  { blocks, links }: PartEvidence,
  lang: Lang,
  { instead }: LinkedWord,
  isMember: boolean,
  qualifies: boolean,
): boolean {
  const other = otherLang(lang);
  const place = links[other][instead];
  if (!place) return false;
  if (qualifies && isQualifier(other, place.form.folded)) return true;
  return isMember && enumerates(blocks[other].text, place);
}

/** Words with capitals in a row, for which the other language has an acronym. */
function isInName(
  { blocks, links }: PartEvidence,
  lang: Lang,
  { start, end }: LinkedWord,
): boolean {
  const { text } = blocks[lang];
  if (!/^\p{Lu}/u.test(text.slice(start, end))) return false;
  if (!/\p{Lu}\p{L}+ $/u.test(text.slice(0, start)) && !/^ \p{Lu}/u.test(text.slice(end)))
    return false;
  return links[otherLang(lang)].some(({ form, link }) => form.kind === 'name' && link === -1);
}

function isInCompound(words: readonly LinkedWord[], at: number): boolean {
  return words[at]!.isJoined || words[at + 1]?.isJoined === true;
}

/** "Développeuses et développeurs": one word of English for both. */
function isDoublet(words: readonly LinkedWord[], at: number): boolean {
  const [own] = words[at]!.form.cognates;
  return words.slice(Math.max(0, at - 2), at + 3).some((word, index) => {
    const isOther = Math.max(0, at - 2) + index !== at;
    return isOther && word.link !== -1 && word.form.cognates[0] === own;
  });
}
