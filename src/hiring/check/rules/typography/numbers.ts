import { type Pattern, patternRule } from '../support/patterns.ts';

const hard = '\u00A0';

const numbers: readonly Pattern[] = [
  {
    // "$115,754" or "$115,754.50"
    lang: 'fr',
    needs: '$',
    find: /(?<![\p{L}\d])\$[ \u00A0]?(\d{1,3}(?:[,\u00A0 ]\d{3})+|\d{1,6})(?:[.,](\d{2}))?(?![\d.,]\d|[ \u00A0\u202F]?\$|\p{L})/gu,
    write: ([, whole = '', cents]) =>
      `${whole.replaceAll(/\D/g, hard)}${cents === undefined ? '' : `,${cents}`}${hard}$`,
  },
  {
    // "115,754 $", "1,200,000"
    lang: 'fr',
    needs: /\d,\d{3}/,
    find: /(?<![\d,.$])\d{1,3}(?:,\d{3})+(?=[ \u00A0\u202F]?\$)|(?<![\d,.$])\d{1,3}(?:,\d{3}){2,}(?![\d,])/gu,
    write: ([found]) => found.replaceAll(',', hard),
  },
  {
    // "3.5 %", "2.5 millions"
    lang: 'fr',
    needs: /\d\.\d/,
    find: /(?<=(?<![\d.,])\d{1,3})\.(?=\d{1,2}[ \u00A0\u202F]?(?:%|\$|km\b|millions?\b|milliards?\b|heures?\b|jours?\b))/gu,
    write: () => ',',
  },
  { lang: 'en', needs: '%', find: /(?<=\d)[ \u00A0\u202F]+(?=%)/gu, write: () => '' },
  {
    // "115 754 $", "115,754$"
    lang: 'en',
    needs: '$',
    find: /(?<![\d,.$][ \u00A0]?)(\d{1,3}(?:[,\u00A0\u202F ]\d{3})+|\d{1,6})[ \u00A0\u202F]?\$(?![\p{L}\d]|[ \u00A0]\d)/gu,
    write: ([, whole = '']) => `$${whole.replaceAll(/\D/g, ',')}`,
  },
];

const at = String.raw`(?<=(?:^|[^\p{L}])(?:à|de|dès|avant|après|vers|entre|et|jusqu['’]à)[ \u00A0])`;

const times: readonly Pattern[] = [
  {
    // "16h30", "16h 30", "16 h30"
    lang: 'fr',
    needs: /\d[ \u00A0\u202F]?[hH][ \u00A0\u202F]?\d/,
    find: /(?<![\d:.,\p{L}/-])([01]?\d|2[0-4])([ \u00A0\u202F]?)[hH]([ \u00A0\u202F]?)([0-5]\d)(?![\d\p{L}])/gu,
    write: ([, hours, , , minutes]) => `${hours}${hard}h${hard}${minutes}`,
    unless: ([found, , before, after]) => before !== '' && after !== '' && found.includes('h'),
  },
  {
    // "35h", "16H"
    lang: 'fr',
    needs: /\d[hH]/,
    find: /(?<=(?<![\d:.,\p{L}-])\d{1,2})[hH](?![\p{L}\d]|[ \u00A0\u202F]?[0-5]\d)/gu,
    write: () => `${hard}h`,
  },
  {
    // "à 16:30"
    lang: 'fr',
    needs: /\d:[0-5]\d/,
    find: new RegExp(
      String.raw`${at}(0?[6-9]|1\d|2[0-4]):([0-5]\d)(?![\d:])|(?<![\d:.,\p{L}/-])(1[0-9]|2[0-3]):([0-5]\d)(?![\d:])`,
      'gu',
    ),
    write: ([, first, minutes, other, others]) =>
      `${first ?? other}${hard}h${hard}${minutes ?? others}`,
    unless: ({ index, input, 0: found }) =>
      /^\s?[ap]\.?m\b/i.test(input.slice(index + found.length)),
  },
  {
    // "4:30 p.m.", "4 h 30 pm"
    lang: 'fr',
    needs: /[apAP]\.?[mM]/,
    find: /(?<![\d:.,\p{L}/-])(1[0-2]|0?[1-9])(?:[ \u00A0]?[h:][ \u00A0]?([0-5]\d))?[ \u00A0\u202F]?([apAP])(?:\.m\.|m(?!\p{L})|M(?!\p{L})|\.M\.)/gu,
    write: ([, hours, minutes, half]) => {
      const hour = (Number(hours) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
      return `${hour}${hard}h${minutes === undefined ? '' : `${hard}${minutes}`}`;
    },
    variant: 'half-day',
  },
  {
    // "4:30pm", "4:30 PM", "4:30 p.m."
    lang: 'en',
    needs: /\d[ \u00A0]?[apAP]\.?[mM]/,
    find: /(?<=(?<![\d:.,])(?:1[0-2]|0?[1-9])(?::[0-5]\d)?)([ \u00A0]?)([apAP])(\.?)([mM])((?:(?<=\.[mM])\.)?)(?![\p{L}\d])/gu,
    // The last full stop of "p.m." may also end the sentence.
    write: ({ 0: found, 2: half = '', 5: stop, index, input }) => {
      const ends = stop === '.' && /^(?:\s+\p{Lu}|\s*$)/u.test(input.slice(index + found.length));
      return ` ${half.toLowerCase()}m${ends ? '.' : ''}`;
    },
    unless: ([, space, half = '', dot, m]) =>
      space !== '' && dot === '' && half === half.toLowerCase() && m === 'm',
  },
  {
    // "16 h 30" in English
    lang: 'en',
    needs: /\d[ \u00A0\u202F]?h[ \u00A0\u202F]?\d/,
    find: /(?<![\d:.,\p{L}/-])([01]?\d|2[0-3])[ \u00A0\u202F]?h[ \u00A0\u202F]?([0-5]\d)(?![\d\p{L}])/gu,
    write: ([, hours, minutes]) => {
      const hour = Number(hours);
      return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'am' : 'pm'}`;
    },
    variant: 'french-form',
  },
];

export const number = patternRule('typography/number', 'warning', numbers);
export const time = patternRule('typography/time', 'warning', times);
