import type { Lang } from '#platform/i18n';
import type { TextFact } from '../model.ts';
import { digitSource, digitsOf, figureOf, joint, numberSource } from './figures.ts';
import { type Recognize, fact, inOrder, onlyWith } from './recognizer.ts';

const amount = '\\d{1,3}(?:[,\\s]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?';
const scales =
  "k|M|G|million(?:s)?(?: de| d')?|milliard(?:s)?(?: de)?|billion|thousand|mille|thousands";
const currencies = 'CAD|CA|CDN|USD|US|\\$ ?CA';
const join = '\\s?(?:-|to|and|or|à|et|ou)\\s?';

function factor(scale: string | undefined): number {
  if (!scale) return 1;
  const first = scale.slice(0, 7);
  if (first.startsWith('million') || scale === 'M') return 1e6;
  if (first.startsWith('milliar') || first.startsWith('billion') || scale === 'G') return 1e9;
  return 1000;
}

function worth(digits: string, scale: string | undefined, currency: string | undefined): string {
  const unit = currency?.toUpperCase().startsWith('US') ? 'USD' : 'CAD';
  return `${unit} ${Number((digitsOf(digits) * factor(scale)).toFixed(2))}`;
}

const before = new RegExp(
  `(?:(?<![\\p{L}])(?<currency>${currencies})\\s?)?\\$\\s?(?<first>${amount})(?:\\s?(?<scale>(?:${scales})(?![\\p{L}])))?` +
    `(?:(?<join>${join})(?<last>${amount})(?!\\s?[$%\\d])(?:\\s?(?<lastScale>k|K)(?![\\p{L}]))?)?(?:\\s(?<after>CAD|USD)(?![\\p{L}]))?`,
  'giu',
);
const after = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(?<first>${amount})(?<firstScale>\\s?k)?(?<join>${join}))?(?<last>${amount})\\s?(?<scale>(?:${scales})\\s?)?` +
    `(?:\\$(?:\\s?(?<currency>${currencies})(?![\\p{L}]))?|(?<word>dollars?)(?![\\p{L}]))`,
  'giu',
);
const named = new RegExp(
  `(?<![\\p{L}])(?<currency>CAD|USD)\\s?(?<first>${amount})(?:(?<join>${join})(?:\\k<currency>\\s?)?(?<last>${amount}))?`,
  'gu',
);

/** Whether the second figure of a range without a sign of its own is an amount, not a count. */
const looksLikeAmount = (digits: string): boolean => /[,\s]\d{3}|\d{4}/.test(digits);

const dollarsBefore: Recognize = (text) => {
  const found: TextFact[] = [];
  for (const { 0: match, index, groups } of text.matchAll(before)) {
    const { first = '', scale, currency, after: code, join: between = '', last } = groups!;
    const unit = currency ?? code;
    const ranged = last !== undefined && (looksLikeAmount(last) || groups!['lastScale']);
    const shared = scale ?? (ranged ? groups!['lastScale'] : undefined);
    const split = ranged
      ? match.lastIndexOf(last)
      : last
        ? match.lastIndexOf(between + last)
        : match.length;
    found.push(
      fact(
        'money',
        worth(first, shared, unit),
        index,
        index + (ranged ? split - between.length : split),
      ),
    );
    if (ranged)
      found.push(
        fact(
          'money',
          worth(last, groups!['lastScale'] ?? shared, unit),
          index + split,
          index + match.length,
        ),
      );
  }
  return found;
};

const dollarsAfter: Recognize = (text) => {
  const found: TextFact[] = [];
  for (const { 0: match, index, groups } of text.matchAll(after)) {
    const { first, firstScale, join: between = '', last = '', scale, currency } = groups!;
    const shared = scale?.trim();
    const split =
      first === undefined ? 0 : first.length + (firstScale?.length ?? 0) + between.length;
    if (first !== undefined) {
      const value = worth(first, firstScale?.trim() ?? shared, currency);
      found.push(fact('money', value, index, index + split - between.length));
    }
    found.push(fact('money', worth(last, shared, currency), index + split, index + match.length));
  }
  return found;
};

const codesBefore: Recognize = (text) => {
  const found: TextFact[] = [];
  for (const { 0: match, index, groups } of text.matchAll(named)) {
    const { first = '', currency, join: between = '', last } = groups!;
    const split = last === undefined ? match.length : match.lastIndexOf(last);
    found.push(
      fact('money', worth(first, undefined, currency), index, index + split - between.length),
    );
    if (last !== undefined)
      found.push(
        fact('money', worth(last, undefined, currency), index + split, index + match.length),
      );
  }
  return found;
};

export const money = onlyWith(
  /\$|dollar|CAD|USD/i,
  inOrder(dollarsBefore, codesBefore, dollarsAfter),
);

const percentPattern = (lang: Lang): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}.,])(?:(?<first>${digitSource[lang]})\\s?%?${joint[lang]})?(?<last>${numberSource[lang]})[\\s-]?(?:%|(?:per ?cent|pour cent|p\\. ?100)(?![\\p{L}]))`,
    'giu',
  );
const percentPatterns = { en: percentPattern('en'), fr: percentPattern('fr') };

const shares: Recognize = (text, lang) => {
  const found: TextFact[] = [];
  for (const { 0: match, index, groups } of text.matchAll(percentPatterns[lang])) {
    const { first, last = '' } = groups!;
    const start = first === undefined ? index : index + match.indexOf(last, first.length);
    if (first !== undefined) {
      found.push(fact('percent', `${digitsOf(first)} %`, index, index + first.length));
    }
    const { amount: share, asWord } = figureOf(last, lang);
    found.push(fact('percent', `${share} %`, start, index + match.length, asWord));
  }
  return found;
};

export const percents = onlyWith(/%|per ?cent|pour cent|p\. ?100/i, shares);
