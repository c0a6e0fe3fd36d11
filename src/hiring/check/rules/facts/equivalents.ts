import type { TextFact } from '#hiring/prose';
import type { Lang } from '#platform/i18n';

/*
 * What a small number may be called in the other language without any number: "both", "les deux",
 * "twice", an article. A number that its counterpart says so is not missing there.
 */
const words: Readonly<Record<string, Readonly<Record<Lang, RegExp>>>> = {
  1: {
    en: /\b(?:one|an?|single|sole|only|each)\b/iu,
    fr: /(?<!\p{L})(?:une?|seule?|unique|chaque)(?!\p{L})/iu,
  },
  2: {
    en: /\b(?:both|couple|pairs?|twice|doubles?|dual|second|either|neither|bilingual\w*|two|bi-?\p{L}+|other|official languages?)\b/iu,
    fr: /(?<!\p{L})(?:deux|deuxième|seconde?|doubles?|couples?|paires?|bilingu\p{L}*|bi\p{L}{3,}|ni|l'une?|l’une?|jum\p{L}+|autre|langues officielles)(?!\p{L})/iu,
  },
  3: { en: /\b(?:triples?|thrice|third|tri\p{L}{3,})\b/iu, fr: /(?<!\p{L})(?:triples?|tiers|trio|tri\p{L}{3,})(?!\p{L})/iu },
  4: { en: /\b(?:quarter\p{L}*|quadr\p{L}+)\b/iu, fr: /(?<!\p{L})(?:quart|trimestr\p{L}*|quadr\p{L}+)(?!\p{L})/iu },
  12: { en: /\bdozens?\b/iu, fr: /(?<!\p{L})douzaines?(?!\p{L})/iu },
}; // prettier-ignore

const spans: readonly (readonly [value: RegExp, Readonly<Record<Lang, RegExp>>])[] = [
  [/^P(?:1Y|12M)$/, { en: /year|annual|annum/iu, fr: /(?<!\p{L})(?:ans?|annuel\p{L}*|années?)(?!\p{L})/iu }],
  [/^P1M$/, { en: /month/iu, fr: /mois|mensuel/iu }],
  [/^P1W$/, { en: /week/iu, fr: /semaine|hebdo/iu }],
  [/^P2W$/, { en: /bi-?weekly|fortnight|every (?:two|other)/iu, fr: /quinz|bihebdo|bimensuel|aux deux/iu }],
  [/^P3M$/, { en: /quarter/iu, fr: /trimestr/iu }],
  [/^P6M$/, { en: /half[- ]year|semi-?annual/iu, fr: /semestr/iu }],
  [/^P10Y$/, { en: /decade/iu, fr: /décennie/iu }],
  [/^PT24H$/, { en: /\bday\b/iu, fr: /jour/iu }],
]; // prettier-ignore

/** Whether a text of the other language says a number or a length by a word of another kind. */
export function saysOtherwise(fact: TextFact, lang: Lang, text: string): boolean {
  if (fact.kind === 'number') return words[fact.value.replace('#', '')]?.[lang].test(text) ?? false;
  if (fact.kind !== 'duration') return false;
  return spans.some(([value, says]) => value.test(fact.value) && says[lang].test(text));
}

/** The figure that is written, whatever it counts; null where there is none. */
export function figureIn({ fact, text }: { fact: TextFact; text: string }): string | null {
  if (fact.kind === 'number') return fact.value.replace('#', '');
  return (
    /\d+/.exec(text.replaceAll(/(?<=\d)[\s\u00A0,](?=\d{3})/g, ''))?.[0].replace(/^0+(?=\d)/, '') ??
    null
  );
}
