import type { LinkedWord } from '#hiring/prose';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { type Sides, type Turn, turnRule, wholeWords } from '../meaning/turns.ts';

/** A conjunction with the words around it that say something: what it joins begins and ends there. */
type Joint = {
  readonly kind: 'and' | 'or';
  readonly start: number;
  readonly end: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
};

const conjunctions: Localized<RegExp> = {
  en: wholeWords('and/or|and|or'),
  fr: wholeWords('et/ou|et|ou'),
};
const isOr: Localized<RegExp> = {
  en: /(?<![\p{L}/])or(?![\p{L}/])/iu,
  fr: /(?<![\p{L}/])ou(?![\p{L}/])/iu,
};

/**
 * Where "or" and "and" come to the same: examples, conditions, denials, whatever it may be, ranges. There
 * each language has its own habit.
 */
const indifferent: Localized<RegExp> = {
  en: wholeWords("not|no|never|without|nor|neither|cannot|\\p{L}+n['’]t|such as|including|like|e\\.g|examples?|any|whether|if|either|regardless|whatever|various|variety|range|based on|because of|more|less|fewer|between|people|those|who", 'iu'),
  fr: wholeWords("pas|jamais|aucune?|ne|ni|sans|comme|tels? que|telles? que|notamment|par exemple|p\\. ex|y compris|tout|toute|que ce soit|soit|quel\\p{L}* que|si|s['’]ils?|divers\\p{L}*|variété|gamme|éventail|fondée?s? sur|en raison|plus|moins|entre|n['’]importe|personnes|celles|ceux|qui", 'iu'),
}; // prettier-ignore

/** How far from its conjunction a word stands at most. */
const reach = 30;

function jointsIn(text: string, lang: Lang, from: number, words: readonly LinkedWord[]): Joint[] {
  const found: Joint[] = [];
  for (const { 0: match, index } of text.matchAll(conjunctions[lang])) {
    if (match.includes('/')) continue;
    const [start, end] = [from + index, from + index + match.length];
    const right = words.findIndex((word) => word.start >= end);
    if (right <= 0) continue;
    const left = right - 1;
    if (start - words[left]!.end > reach || words[right]!.start - end > reach) continue;
    found.push({
      kind: isOr[lang].test(match) ? 'or' : 'and',
      start,
      end,
      before: [left, left - 1],
      after: [right, right + 1],
    });
  }
  return found;
}

/** Whether the words around two conjunctions translate each other, in either order. */
function joinTheSame(en: Joint, fr: Joint, words: readonly LinkedWord[]): boolean {
  const linked = (own: readonly number[], other: readonly number[]): boolean =>
    own.some((at) => other.includes(words[at]?.link ?? -1));
  return (
    (linked(en.before, fr.before) && linked(en.after, fr.after)) ||
    (linked(en.before, fr.after) && linked(en.after, fr.before))
  );
}

/** What something is done for is not itself asked: there, both come to the same. */
const purpose = wholeWords('pour|afin|en vue|en veillant|visant|de façon|de manière', 'iu');

/** Only of what is asked of people does it matter much. */
const asks: Localized<RegExp> = {
  en: /experience|knowledge|abilit|skills?|degree|diploma|certificat|licen[cs]e|fluen|profici|(?:months|years) of|you (?:have|can|know|need|must|work|hold|send)|send (?:us|your)/iu,
  fr: /expérience|connaissance|capacité|aptitude|compétence|diplôme|certifi|permis|couramment|maîtris|(?:mois|ans|années) d|vous (?:avez|savez|pouvez|devez|connaissez|travaillez|détenez|parlez)|envoyez|joignez/iu,
}; // prettier-ignore

function find({ blocks, texts, from, links }: Sides): Turn[] {
  if (blocks.en.kind === 'heading') return [];
  if (langs.some((lang) => !asks[lang].test(texts[lang]) || indifferent[lang].test(texts[lang])))
    return [];
  const of = (lang: Lang): Joint[] => jointsIn(texts[lang], lang, from[lang], links[lang]);
  const [en, fr] = [of('en'), of('fr')];
  for (const one of en) {
    const same = fr.filter((other) => joinTheSame(one, other, links.en));
    if (same.length === 0 || same.some(({ kind }) => kind === one.kind)) continue;
    const [other] = same;
    if (purpose.test(texts.fr.slice(0, other!.start - from.fr))) continue;
    // The other conjunction may answer another one of this language better.
    if (en.some((own) => own.kind === other!.kind && joinTheSame(own, other!, links.en))) continue;
    const around = (lang: Lang, { before, after }: Joint) => ({
      start: links[lang][before[0]!]!.start,
      end: links[lang][after[0]!]!.end,
    });
    const turn = { en: around('en', one), fr: around('fr', other!) };
    return [turn];
  }
  return [];
}

/** The same two things are joined by "and" in one language and by "or" in the other. */
export const choice = turnRule(
  'strength/choice',
  ({ en, fr }) => en.includes(' or ') || fr.includes(' ou '),
  find,
);
