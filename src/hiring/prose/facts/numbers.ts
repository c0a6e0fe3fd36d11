import type { Lang } from '#platform/i18n';
import type { TextFact } from '../model.ts';
import { figureOf, numberSource } from './figures.ts';
import {
  type Recognize,
  fact,
  inLowerCase,
  inOrder,
  onlyWith,
  without,
  wordPattern,
} from './recognizer.ts';

const ordinalWords: Readonly<Record<Lang, readonly string[]>> = {
  en: ['third(?![\\s-](?:part|person|of))', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  fr: ['troisième', 'quatrième', 'cinquième', 'sixième', 'septième', 'huitième', 'neuvième', 'dixième'],
}; // prettier-ignore
const ordinalWordPattern = (lang: Lang): RegExp =>
  wordPattern(
    `(?<!(?:a|one|un|two|deux|les)\\s)(?:${ordinalWords[lang].map((word) => `(${word})`).join('|')})`,
  );
const ordinalPatterns = { en: ordinalWordPattern('en'), fr: ordinalWordPattern('fr') };
const ordinalDigits = {
  en: wordPattern('(\\d+)(?:st|nd|rd|th)'),
  fr: wordPattern('(\\d+)(?:er|re|ère|nde?|es?|i?[eè]me)'),
};
const romanPattern = /(?<![\p{L}])(X{0,2}I{0,3}V?I{0,3}X?)e\s(?=siècle)/gu;
const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** A place in an order: "#3". The first and the second are too often only words. */
const ordinals: Recognize = (text, lang) => {
  const found: TextFact[] = [];
  for (const { 0: match, 1: digits = '', index } of text.matchAll(ordinalDigits[lang])) {
    if (Number(digits) > 2)
      found.push(fact('number', `#${Number(digits)}`, index, index + match.length));
  }
  for (const match of text.matchAll(ordinalPatterns[lang])) {
    const place = match.slice(1).findIndex((word) => word !== undefined) + 3;
    found.push(fact('number', `#${place}`, match.index, match.index + match[0].length, true));
  }
  for (const { 1: letters = '', index } of text.matchAll(romanPattern)) {
    const tens = /^X*/.exec(letters)![0].length;
    const value = 10 * tens + Math.max(0, roman.indexOf(letters.slice(tens)));
    if (value > 2) found.push(fact('number', `#${value}`, index, index + letters.length + 1));
  }
  return found;
};

/** "30(2)", "30 (2)" after its name, "3/4": numbers made of two. */
const compoundPattern =
  /(?<![\p{L}\p{N}/.,-])(?:(?<section>\d{1,3}(?:\.\d+)?)\((?<sub>\d{1,2})\)|(?<over>\d{1,2})\/(?<under>\d{1,2}))(?![\p{L}\p{N}/])/gu;
const compounds: Recognize = (text) =>
  [...text.matchAll(compoundPattern)].map(({ 0: match, index }) =>
    fact('number', match, index, index + match.length),
  );

/** Numbers of a list inside a text ("1. First … 2. Then …"), and at its beginning. */
const listNumbers = /(?<=^\s*|[.;:!?]\s)(?:#?\d{1,2}(?:\.\d{1,2})*[.)]|\(\d{1,2}\))(?=\s)/gu;
/** Words with a number in them that count nothing. */
const sayings = {
  en: wordPattern(
    'two[- ]spirit(?:ed)?|(?:two|three|four)[- ]fold|fifty-fifty|nine[- ]to[- ]five|two cents',
  ),
  fr: wordPattern(
    'deux[- ]points|(?:à|aux) deux esprits|de a à z|à neuf|flambant neuf|mille-feuilles?|quatre coins|se mettre sur son trente et un',
  ),
};
/** "Neuf" is nine before a plural, else new. */
const isNew = (written: string, after: string): boolean =>
  /^neuf$/i.test(written) && !/^\s(?:\p{L}+[sx]|mois|autres)(?![\p{L}])/iu.test(after);

const scale = '(?:\\s(?<scale>millions?|milliards?|billions?|thousand|mille|trillions?))?';
const numberPattern = (lang: Lang): RegExp => {
  const one = { en: 'one|a', fr: 'une?' }[lang];
  return new RegExp(
    `(?<![\\p{L}\\p{N}_]|\\p{N}[.,])(?:(?<number>${numberSource[lang]})|(?<one>${one})(?=\\s(?:million|milliard|billion)))${scale}(?<kilo>k)?(?:s(?<=\\d{3}s))?(?![\\p{L}\\p{N}_])`,
    'gu',
  );
};
const numberPatterns = { en: numberPattern('en'), fr: numberPattern('fr') };

function factor(name: string | undefined): number {
  if (!name) return 1;
  if (/^million/i.test(name)) return 1e6;
  return /^(?:milliard|billion)/i.test(name) ? 1e9 : 1000;
}

const plain: Recognize = (text, lang) => {
  const hidden = [...text.matchAll(listNumbers), ...text.matchAll(sayings[lang])];
  const rest = without(
    text,
    hidden.map(({ 0: match, index }) => ({ start: index, end: index + match.length })),
  );
  const found: TextFact[] = [];
  for (const { 0: match, index, groups } of inLowerCase(rest).matchAll(numberPatterns[lang])) {
    const { number = 'one', kilo } = groups!;
    const end = index + match.length;
    if (isNew(match, rest.slice(end))) continue;
    const { amount, asWord } = groups!['one']
      ? { amount: 1, asWord: true }
      : figureOf(number, lang);
    const value = amount * factor(groups!['scale']) * (kilo ? 1000 : 1);
    found.push(fact('number', String(Number(value.toFixed(6))), index, end, asWord));
  }
  return found;
};

const spanOfYears = /(?<![\d-])((?:19|20)\d{2})-(\d{2})(?![\d-])/gu;
/** "2020-21": both years. */
const bothYears: Recognize = (text) =>
  [...text.matchAll(spanOfYears)].flatMap(({ 0: match, 1: from = '', 2: to = '', index }) => [
    fact('number', from, index, index + 4),
    fact('number', from.slice(0, 2) + to, index + 5, index + match.length),
  ]);

export const years = onlyWith(/\d{4}-\d/, bothYears);

/** Digits, and a part of every number word of either language. */
const figures =
  /\d|two|three|four|five|fift|six|seven|eight|nine|ninth|ten|eleven|twel|twen|thir|fort|hundred|thousand|dozen|illion|deux|trois|quatr|cinq|sept|huit|neuf|neuv|di[xz]|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|quarant|soixant|cent|mill|ième|siècle/i;

export const numbers = onlyWith(figures, inOrder(ordinals, compounds, plain));
