import type { Lang } from '#platform/i18n';
import type { TextFact } from '../model.ts';
import { type Figure, figureOf, joint, numberSource } from './figures.ts';
import { type Recognize, fact, inLowerCase, onlyWith } from './recognizer.ts';

type Unit = 'decade' | 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

const units: Readonly<Record<Lang, Readonly<Record<Unit, string>>>> = {
  en: {
    decade: 'decades?', year: 'years?|yrs?', month: 'months?|mos', week: 'weeks?|wks?',
    day: 'days?', hour: 'hours?|hrs?', minute: 'minutes?|mins?', second: 'seconds?',
  },
  fr: {
    decade: 'décennies?', year: 'ans?|années?', month: 'mois', week: 'semaines?',
    day: 'jours?|journées?', hour: 'heures?|h', minute: 'minutes?|min', second: 'secondes?',
  },
}; // prettier-ignore

/** Words between the number and the unit that leave the length as it is. */
const qualities = {
  en: '(?:(?:business|working|calendar|consecutive|cumulative|additional|full|full-time|more|whole|continuous)[\\s-])?',
  fr: '(?:(?:derniers|dernières|prochains|prochaines|premiers|premières|autres|bonnes|longues|pleines|petites)\\s)?',
};
const one = { en: 'one', fr: 'une?' };

const before = '(?<![\\p{L}\\p{N}.,$-])';
/** The same, but after a hyphen that may join it to another number. */
const beforeOrJoined = '(?<![\\p{L}\\p{N}.,$]|(?<!\\d\\s?)-)';

const lengthPattern = (lang: Lang): RegExp => {
  const groups = Object.entries(units[lang]).map(([unit, source]) => `(?<${unit}>${source})`);
  return new RegExp(
    `${beforeOrJoined}(?<amount>${numberSource[lang]}|${one[lang]})\\+?(?<half>[ -]and[ -]a[ -]half)?` +
      `[\\s-]{1,2}${qualities[lang]}(?:${groups.join('|')})(?![\\p{L}\\p{N}])(?<demi> et demie?)?`,
    'gu',
  );
};
const lengthPatterns = { en: lengthPattern('en'), fr: lengthPattern('fr') };

/**
 * What stands before the length and shares its unit: "two to" of "two to three years". By itself: one
 * pattern with numbers in two places takes several times as long to make ready as two patterns.
 */
const startPattern = (lang: Lang): RegExp =>
  new RegExp(`${before}(?<amount>${numberSource[lang]})\\+?${joint[lang]}(?=[^]$)`, 'u');
const startPatterns = { en: startPattern('en'), fr: startPattern('fr') };
const joins = /(?:\d\s?-\s?|\s(?:to|or|and|à|ou|et)\s)[^]$/;
/** No number with what joins it is longer. */
const longestStart = 80;

/** ISO 8601, in the largest unit in which it is whole: 24 months are two years, 14 days two weeks. */
function durationOf(amount: number, unit: Unit): string {
  const months = { decade: 120, year: 12, month: 1 }[unit as 'year'];
  if (months) {
    const total = Math.round(amount * months);
    return total % 12 === 0 ? `P${total / 12}Y` : `P${total}M`;
  }
  if (unit === 'week' || unit === 'day') {
    const days = unit === 'week' ? amount * 7 : amount;
    return days % 7 === 0 ? `P${days / 7}W` : `P${days}D`;
  }
  const minutes = unit === 'hour' ? amount * 60 : amount;
  if (unit === 'second') return `PT${amount}S`;
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}

const isYear = (text: string): boolean => /^(?:19|20)\d{2}$/.test(text);

/** "One day" and "un jour" are rarely a length. */
const figureOrOne = (text: string, lang: Lang): Figure =>
  /^(?:one|une?)$/i.test(text) ? { amount: 1, asWord: true } : figureOf(text, lang);

const lengths: Recognize = (text, lang) => {
  const found: TextFact[] = [];
  const lower = inLowerCase(text);
  let past = 0;
  for (const { 0: match, index, groups } of lower.matchAll(lengthPatterns[lang])) {
    const { amount: written = '', half, demi } = groups!;
    const from = past;
    past = index + match.length;
    if (isYear(written)) continue;
    const unit = (Object.keys(units[lang]) as Unit[]).find((name) => groups![name] !== undefined)!;
    const { amount, asWord } = figureOrOne(written, lang);
    if (amount === 1 && asWord && !['year', 'month', 'week'].includes(unit)) continue;
    const start = startOf(lower.slice(Math.max(from, index - longestStart), index + 1), lang);
    if (!start && lower[index - 1] === '-') continue;
    if (start && !isYear(start.written)) {
      const figure = figureOf(start.written, lang);
      const at = index - start.length;
      const value = durationOf(figure.amount, unit);
      found.push(fact('duration', value, at, at + start.written.length, figure.asWord));
    }
    const whole = amount + (half || demi ? 0.5 : 0);
    found.push(fact('duration', durationOf(whole, unit), index, past, asWord));
  }
  return found;
};

/** The number that a length goes on from, if a text ends with one and what joins it to a last sign. */
function startOf(text: string, lang: Lang): { written: string; length: number } | null {
  const match = joins.test(text) ? startPatterns[lang].exec(text) : null;
  return match && { written: match.groups!['amount']!, length: match[0].length };
}

const unit =
  /[\s-](?:decade|year|yr|month|mos|week|wk|day|hour|hr|min|sec|décennie|an|mois|semaine|jour|heure|h(?![a-zà-ÿ\d]))/i;

export const durations = onlyWith(unit, lengths);
