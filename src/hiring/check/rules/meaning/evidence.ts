import type { AlignedParts, Block, LinkedWord, WordLinks } from '#hiring/prose';
import { type Lang, type Localized, otherLang } from '#platform/i18n';
import { enumerates, separatorsIn } from './enumeration.ts';
import { isQualifier } from './qualifiers.ts';

/** What is known of two parts that say the same, for judging a word that one of them lacks. */
export type PartEvidence = {
  readonly blocks: Localized<Block>;
  readonly parts: AlignedParts;
  readonly links: WordLinks;
  readonly separators: Localized<number>;
  /** Words without counterpart. */
  readonly leftover: Localized<number>;
};

const isAlone = ({ link, isRepeated }: LinkedWord): boolean => link === -1 && !isRepeated;

/** No word of the other language says it, nor may one say it beside what else it says. */
export const isUnanswered = (word: LinkedWord): boolean => isAlone(word) && !word.isLoose;

export function partEvidence(
  blocks: Localized<Block>,
  parts: AlignedParts,
  links: WordLinks,
): PartEvidence {
  const countOf = (lang: Lang): number =>
    separatorsIn(blocks[lang].text.slice(parts[lang].start, parts[lang].end));
  const alone = (words: readonly LinkedWord[]): number => words.filter(isAlone).length;
  return {
    blocks,
    parts,
    links,
    separators: { en: countOf('en'), fr: countOf('fr') },
    leftover: { en: alone(links.en), fr: alone(links.fr) },
  };
}

/** What speaks for and against a word's being left out in the other language, each about 0 to 1. */
export const evidenceNames = [
  'always', 'french', 'qualifier', 'known', 'translations', 'enumerated',
  'fewerMembers', 'repeated', 'leftoversNear', 'leftoversAround', 'otherLeftover', 'ownLeftover',
  'bothNeighbours', 'oneNeighbour', 'adjacent', 'loose', 'excess', 'short', 'long', 'joined',
  'adverb', 'capital', 'edge', 'coverage', 'noOtherLeftover', 'qualifierClean', 'enumeratedClean',
  'instead', 'insteadAlike', 'insteadMember', 'frenchEnumerated', 'frenchQualifier',
] as const; // prettier-ignore

/** How far around the place where a word should stand others are looked for. */
const near = 2;

/**
 * The evidence about one word without counterpart, in the order of `evidenceNames`. `ratio` is how long
 * French is for the English in its posting.
 */
export function evidenceOf(part: PartEvidence, ratio: number, lang: Lang, at: number): number[] {
  const other = otherLang(lang);
  const own = part.links[lang];
  const others = part.links[other];
  const word = own[at]!;
  const { form } = word;
  const { left, right } = neighbours(own, at);
  const images = [left, right].flatMap((one) => (one ? [one.link] : []));
  const [from, to] = [Math.min(...images), Math.max(...images)];
  const isNear = images.length === 2 && to - from <= near + 1;
  const between = others.slice(from, to + 1).filter(isAlone).length;
  const window = images.flatMap((image) =>
    others.slice(Math.max(0, image - near), image + near + 1).filter(isAlone),
  );
  const around = new Set(window).size;
  const text = part.blocks[lang].text;
  const qualifier = isQualifier(lang, form.folded);
  const enumerated = enumerates(text, word);
  const fewer = part.separators[lang] > part.separators[other];
  const count = Math.max(own.length, 1);
  const otherCount = Math.max(others.length, 1);
  const ownLeft = part.leftover[lang] - (isAlone(word) ? 1 : 0);
  const linked = own.filter(({ link }) => link >= 0).length / count;
  const otherLinked = 1 - part.leftover[other] / otherCount;
  const clean = part.leftover[other] === 0;
  const excess = excessOf(part, ratio, lang) / (word.end - word.start);
  const flag = Number;
  const instead = others[word.instead];
  return [
    1,
    flag(lang === 'fr'),
    flag(qualifier),
    flag(form.concepts.length > 0),
    Math.min(form.concepts.length / 4, 1),
    flag(enumerated),
    flag(enumerated && fewer),
    flag(word.isRepeated),
    Math.min(isNear ? between : around, 3) / 3,
    Math.min(around, 4) / 4,
    Math.min(part.leftover[other] / otherCount, 0.5) * 2,
    Math.min(ownLeft / count, 0.5) * 2,
    flag(images.length === 2),
    flag(images.length === 1),
    flag(isNear && to - from === 1),
    flag(images.length === 2 && !isNear),
    Math.min(Math.max(excess, -3), 3) / 3,
    flag(count <= 4),
    Math.min(count / 25, 1),
    flag(word.isJoined),
    flag(lang === 'en' ? form.folded.endsWith('ly') : form.folded.endsWith('ment')),
    flag(/^\p{Lu}/u.test(text.slice(word.start, word.end))),
    flag(at === 0 || at === own.length - 1),
    (linked + otherLinked) / 2,
    flag(clean),
    flag(clean && qualifier),
    flag(clean && enumerated),
    flag(instead !== undefined),
    flag(instead !== undefined && isQualifier(other, instead.form.folded) === qualifier),
    flag(instead !== undefined && enumerated && !fewer),
    flag(lang === 'fr' && enumerated),
    flag(lang === 'fr' && qualifier),
  ];
}

/** The nearest words to both sides that have counterparts. */
function neighbours(own: readonly LinkedWord[], at: number) {
  let [left, right] = [at - 1, at + 1];
  while (left >= 0 && own[left]!.link === -1) left -= 1;
  while (right < own.length && own[right]!.link === -1) right += 1;
  return { left: own[left], right: own[right] };
}

/** By how much a part is longer than its counterpart, as English would be. */
function excessOf({ parts }: PartEvidence, ratio: number, lang: Lang): number {
  const en = parts.en.end - parts.en.start;
  const fr = (parts.fr.end - parts.fr.start) / ratio;
  return lang === 'en' ? en - fr : fr - en;
}
