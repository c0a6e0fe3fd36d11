import type { Lang } from '#platform/i18n';

/*
 * Numbers as people write them: digits with either language's separators, and words. "One" and
 * "un" count only where a figure in parentheses says that they are meant ("one (1)").
 */

const values: Readonly<Record<Lang, Readonly<Record<string, number>>>> = {
  en: {
    one: 1, a: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
    eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17,
    eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60,
    seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1000, dozen: 12,
  },
  fr: {
    un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9,
    dix: 10, onze: 11, douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16, vingt: 20,
    vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, cent: 100, cents: 100,
    mille: 1000, dizaine: 10, douzaine: 12, quinzaine: 15, vingtaine: 20, trentaine: 30,
    quarantaine: 40, cinquantaine: 50, soixantaine: 60, centaine: 100, millier: 1000,
  },
}; // prettier-ignore

const enUnit = 'two|three|four|five|six|seven|eight|nine';
const enTeen = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const enTens = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|${enUnit}))?`;
const enSmall = `${enTens}|${enTeen}|${enUnit}`;
const frUnit = 'deux|trois|quatre|cinq|six|sept|huit|neuf';
const frTeen = 'dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize';
const frSmall =
  `quatre-vingts?(?:[- ](?:${frTeen}|${frUnit}|une?))?|` +
  `soixante(?:[- ](?:et[- ])?(?:${frTeen}|${frUnit}|une?))?|` +
  `(?:vingt|trente|quarante|cinquante)(?:[- ](?:et[- ]une?|${frUnit}))?|${frTeen}|${frUnit}`;

/** Patterns of number words, from two up. */
export const wordSource: Readonly<Record<Lang, string>> = {
  en:
    `(?:(?:one|a|${enUnit}|${enTeen}) )?(?:hundred|thousand)(?: (?:and )?(?:${enSmall}))?|` +
    `(?:half )?a dozen|${enSmall}`,
  fr:
    `(?:(?:${frSmall}) )?(?:cent|mille)(?: (?:${frSmall}))?|(?:${frUnit}) cents|` +
    `une (?:demi-)?(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|` +
    `soixantaine|centaine)|un millier|${frSmall}`,
};

/** Patterns of figures. A space groups thousands in French; in English, a non-breaking one. */
export const digitSource: Readonly<Record<Lang, string>> = {
  en: '\\d{1,3}(?:(?:,|\\u00A0)\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?',
  fr:
    '\\d{1,3}(?:[ \\u00A0]\\d{3})+(?:,\\d+)?(?!\\d)|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,])|' +
    '\\d+(?:[.,]\\d+)?',
};

/** A number in either form, also said twice: "two (2)", "2 (deux)". */
export const numberSource: Readonly<Record<Lang, string>> = {
  en: source('en', 'one'),
  fr: source('fr', 'une?'),
};

function source(lang: Lang, one: string): string {
  const [words, digits] = [wordSource[lang], digitSource[lang]];
  return `(?:(?:${one})\\s?\\(\\d{1,4}\\)|(?:${words})(?:\\s?\\(\\d{1,4}\\))?|(?:${digits})(?:\\s\\((?:${words})\\))?)`;
}

/** Between the two ends of a range, or two numbers that share what follows. */
export const joint: Readonly<Record<Lang, string>> = {
  en: '(?:(?<=\\d)\\s?-\\s?(?=\\d)|\\s(?:to|or|and)\\s)',
  fr: '(?:(?<=\\d)\\s?-\\s?(?=\\d)|\\s(?:à|ou|et)\\s)',
};

export type Figure = { readonly amount: number; readonly asWord: boolean };

/** What a match of the patterns above amounts to. Said twice, the figure in digits counts. */
export function figureOf(written: string, lang: Lang): Figure {
  const twice = /\((\d+)\)$/.exec(written);
  if (twice) return { amount: Number(twice[1]), asWord: false };
  const text = written.replace(/\s\([^)]*\)$/, '');
  if (/\d/.test(text)) return { amount: digitsOf(text), asWord: false };
  return { amount: wordsOf(text.toLowerCase(), lang), asWord: true };
}

/** "1,234.5", "1 234,5" and "1234.5" alike: a comma before three digits groups, else it divides. */
export function digitsOf(text: string): number {
  const bare = text.replaceAll(/[\s\u00A0]/g, '');
  return Number(
    /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.'),
  );
}

function wordsOf(text: string, lang: Lang): number {
  const half = /^(?:half |une demi-)/.test(text);
  const words = text.replace(/^(?:half a |a (?=dozen)|une demi-|une? (?=\p{L}+$))/u, '');
  let [whole, part] = [0, 0];
  for (const word of words.split(/[-\s\u00A0]+/)) {
    const value = values[lang][word];
    if (value === undefined) continue;
    if (value === 1000) [whole, part] = [whole + (part || 1) * 1000, 0];
    else if (value === 100) part = (part || 1) * 100;
    else if (lang === 'fr' && value === 20 && part % 100 === 4) part += 76;
    else part += value;
  }
  return half ? (whole + part) / 2 : whole + part;
}
