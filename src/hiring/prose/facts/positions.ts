import type { Lang } from '#platform/i18n';
import { factsIn } from './facts-in.ts';

const hiring: Readonly<Record<Lang, RegExp>> = {
  en: /(?:looking for|looking to (?:hire|fill|recruit)|(?:are|is) (?:hiring|recruiting|seeking|filling|staffing)|(?:to|will) (?:hire|recruit|fill|staff)|seeks?|search for|there (?:are|is)(?: currently)?)\s(?:up to\s)?$/iu,
  fr: /(?:recherch(?:ons|e)|cherch(?:ons|e)|(?:embauch|recrut)(?:ons|e|er|era)|à la recherche d(?:e|['’])|pourvoir|doter|il y a|souhait(?:ons|e) (?:embaucher|recruter|pourvoir))\s?(?:jusqu['’]à\s)?$/iu,
};
const positions: Readonly<Record<Lang, RegExp>> = {
  en: /^\s(?:\p{L}+[\s-]){0,3}?(?:positions?|openings?|vacanc(?:y|ies)|seats?|jobs)(?!\p{L})/iu,
  fr: /^\s(?:\p{L}+\s){0,1}?(?:postes?|places?|ouvertures?)(?!\p{L})/iu,
};
const people: Readonly<Record<Lang, RegExp>> = {
  en: /^\s(?!(?:years?|months?|weeks?|days?|hours?)(?!\p{L}))\p{L}/iu,
  fr: /^\s(?!(?:ans?|années?|mois|semaines?|jours?|heures?)(?!\p{L}))\p{L}/iu,
};
/** "Number of positions: 2". */
const heading: Readonly<Record<Lang, RegExp>> = {
  en: /(?:positions?|openings?|seats?|vacancies)(?: to (?:be )?fill(?:ed)?)?\s*:\s*$/iu,
  fr: /(?:postes?|places?)(?: à (?:pourvoir|combler))?\s*:\s*$/iu,
};
/** Positions that are not those being filled. */
const elsewhere: Readonly<Record<Lang, RegExp>> = {
  en: /report|supervis|manage|team of|previous|similar positions/iu,
  fr: /relève|supervis|gérer|équipe de|précédent|postes semblables|postes similaires/iu,
};

export type Announced = { readonly count: number; readonly start: number; readonly end: number };

/** How many positions a sentence says are to be filled; offsets are those of the sentence. */
export function positionsAnnounced(sentence: string, lang: Lang): Announced[] {
  return factsIn(sentence, lang).flatMap(({ kind, value, start, end }) => {
    if (kind !== 'number' || !/^\d{1,3}$/.test(value)) return [];
    const [before, after] = [sentence.slice(0, start), sentence.slice(end)];
    const named = positions[lang].test(after) && !elsewhere[lang].test(sentence);
    const headed = heading[lang].test(before);
    const sought = hiring[lang].test(before) && people[lang].test(after);
    return named || headed || sought ? [{ count: Number(value), start, end }] : [];
  });
}
