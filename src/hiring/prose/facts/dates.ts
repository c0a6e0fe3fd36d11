import type { Lang } from '#platform/i18n';
import type { TextFact } from '../model.ts';
import { type Recognize, fact, inOrder, onlyWith } from './recognizer.ts';

const months: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'Jan(?:uary|\\.)?', 'Feb(?:ruary|\\.)?', 'Mar(?:ch|\\.)?', 'Apr(?:il|\\.)?', 'May',
    'June?\\.?', 'July?\\.?', 'Aug(?:ust|\\.)?', 'Sep(?:tember|t\\.?|\\.)?', 'Oct(?:ober|\\.)?',
    'Nov(?:ember|\\.)?', 'Dec(?:ember|\\.)?',
  ],
  fr: [
    'janv(?:ier|\\.)', 'f[ée]v(?:rier|r\\.|\\.)', 'mars', 'avr(?:il|\\.)', 'mai', 'juin',
    'juil(?:let|\\.)', 'ao[ûu]t', 'sept(?:embre|\\.)', 'oct(?:obre|\\.)', 'nov(?:embre|\\.)',
    'd[ée]c(?:embre|\\.)',
  ],
}; // prettier-ignore
const named = {
  en: months.en.map((month) => new RegExp(`^(?:${month})$`, 'u')),
  fr: months.fr.map((month) => new RegExp(`^(?:${month})$`, 'iu')),
};
const anyMonth = { en: months.en.join('|'), fr: months.fr.join('|') };
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const [th, er] = ['(?:st|nd|rd|th)?', '(?:er)?'];
const between =
  '(?:\\s?-\\s?|\\s(?:to|and|or|through|&)\\s|,\\s(?:and\\s)?(?=\\d{1,2}\\D)(?!\\d{4}))';
const entre = '(?:\\s?-\\s?|\\s(?:au|à|et|ou)\\s|,\\s)';

function monthOf(text: string, lang: Lang): number {
  return named[lang].findIndex((pattern) => pattern.test(text)) + 1;
}

const two = (value: string | number): string => String(value).padStart(2, '0');

function dateOf(year: string | undefined, month: number, dayOfMonth: string): string {
  return `${year ?? '-'}-${two(month)}-${two(dayOfMonth)}`;
}

/** "January 5 and 6, 2022": every day of the month that is named, with the year that is said last. */
const monthFirst = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<month>${anyMonth.en})\\s(?<days>${day}${th}(?![\\d%:])(?:${between}${day}${th}(?![\\p{L}\\d%:]|,\\d))*)(?:,?\\s(?<year>(?:19|20)\\d{2})(?!\\d))?(?![\\p{L}\\d])`,
  'gu',
);
const dayFirst = {
  en: new RegExp(
    `(?<![\\p{L}\\p{N}.,$])(?<days>(?:${day}${th}(?:${between}))*${day}${th})(?:\\sof)?\\s(?<month>${anyMonth.en})(?:,?\\s(?<year>(?:19|20)\\d{2})(?!\\d))?(?![\\p{L}\\d])`,
    'gu',
  ),
  fr: new RegExp(
    `(?<![\\p{L}\\p{N}.,])(?<days>(?:${day}${er}${entre})*${day}${er})\\s(?<month>${anyMonth.fr})(?:,?\\s(?<year>(?:19|20)\\d{2})(?!\\d))?(?![\\p{L}\\d])`,
    'giu',
  ),
};

function daysOfMonth(pattern: RegExp, lang: Lang): Recognize {
  return (text) => {
    const found: TextFact[] = [];
    for (const match of text.matchAll(pattern)) {
      const { days = '', month = '', year } = match.groups!;
      const place = match.index + match[0].indexOf(days);
      const numbers = [...days.matchAll(/\d+/g)];
      const value = (dayOfMonth: string) => dateOf(year, monthOf(month, lang), dayOfMonth);
      numbers.forEach((number, at) => {
        const last = at === numbers.length - 1;
        const monthBefore = match[0].startsWith(month);
        const start = at === 0 && monthBefore ? match.index : place + number.index;
        const end = last ? match.index + match[0].length : place + number.index + number[0].length;
        found.push(fact('date', value(number[0]), start, end));
      });
    }
    return found;
  };
}

const monthsOnly = {
  en: new RegExp(
    `(?<![\\p{L}\\p{N}])(?<month>${anyMonth.en}),?\\s(?:of\\s)?(?<year>(?:19|20)\\d{2})(?!\\d)`,
    'gu',
  ),
  fr: new RegExp(
    `(?<![\\p{L}\\p{N}])(?<month>${anyMonth.fr})\\s(?:de\\s)?(?<year>(?:19|20)\\d{2})(?!\\d)`,
    'giu',
  ),
};

const monthAndYear: Recognize = (text, lang) =>
  [...text.matchAll(monthsOnly[lang])].map(({ 0: match, index, groups }) => {
    const { month = '', year = '' } = groups!;
    const value = `${year}-${two(monthOf(month, lang))}`;
    return fact('date', value, index, index + match.length);
  });

const isoPattern =
  /(?<![\d-])((?:19|20)\d{2})([-/.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\d-])/gu;
const slashPattern = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})(?![\d/])/gu;

const iso: Recognize = (text) =>
  [...text.matchAll(isoPattern)].map(({ 0: match, 1: year, 3: month, 4: date = '', index }) =>
    fact('date', dateOf(year, Number(month), date), index, index + match.length),
  );

/** Where day and month cannot be told apart, the value is what is written. */
const slashes: Recognize = (text) =>
  [...text.matchAll(slashPattern)].map(({ 0: match, 1: a = '', 2: b = '', 3: year, index }) => {
    const [first, second] = [Number(a), Number(b)];
    let value = match;
    if (first > 12 && second <= 12) value = dateOf(year, second, a);
    else if (second > 12 && first <= 12) value = dateOf(year, first, b);
    return fact('date', value, index, index + match.length);
  });

const written: Recognize = (text, lang) =>
  lang === 'en'
    ? inOrder(daysOfMonth(monthFirst, 'en'), daysOfMonth(dayFirst.en, 'en'))(text, lang)
    : daysOfMonth(dayFirst.fr, 'fr')(text, lang);

export const dates = onlyWith(/\d/, inOrder(iso, slashes, written, monthAndYear));
