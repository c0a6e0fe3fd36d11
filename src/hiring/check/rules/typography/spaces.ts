import { type Pattern, patternRule } from '../support/patterns.ts';

/*
 * Canadian French: nothing before ; ! ?, a non-breaking space before : and inside « », before % and
 * $ and units. U+00A0 and U+202F are both taken for non-breaking.
 */
const space = String.raw`[ \u00A0\u202F]`;
const units = String.raw`(?:km/h|km|cm|mm|kg|mg|Go|Mo|Ko|ko|To|kWh|°C|k\$|M\$|G\$)`;
const hard = '\u00A0';

const before: readonly Pattern[] = [
  {
    lang: 'fr',
    needs: /[ \u00A0\u202F][;!?]/,
    find: new RegExp(String.raw`(?<=[^\s\u00A0\u202F])${space}+(?=[;!?]+(?:$|[\s)»”"]))`, 'gu'),
    write: () => '',
  },
  {
    lang: 'en',
    needs: /[ \u00A0\u202F][;!?:]/,
    find: new RegExp(String.raw`(?<=[^\s\u00A0\u202F])${space}+(?=[:;!?]+(?:$|[\s)”"]))`, 'gu'),
    write: () => '',
  },
  {
    lang: 'both',
    needs: /[ \u00A0\u202F][,.)\]]/,
    find: new RegExp(String.raw`(?<=[\p{L}\d)»”%$])${space}+(?=[,.)](?:$|\s))`, 'gu'),
    write: () => '',
    // A line of dots to fill in.
    unless: (match) => /^[\s\u00A0]*\.[\s\u00A0]*\./u.test(match.input.slice(match.index)),
  },
  {
    lang: 'both',
    needs: /[([][ \u00A0]/,
    find: /(?<=(?:^|\s)\()[ \u00A0]+(?=\p{L})/gu,
    write: () => '',
  },
];

const missing: readonly Pattern[] = [
  {
    lang: 'fr',
    needs: ':',
    find: /(?<=[\p{L}\d»)\]%$’”"°]):(?=$|[\s\u00A0])/gu,
    write: () => `${hard}:`,
  },
  { lang: 'fr', needs: '«', find: /«(?=[^\s\u00A0\u202F])/gu, write: () => `«${hard}` },
  { lang: 'fr', needs: '»', find: /(?<=[^\s\u00A0\u202F«])»/gu, write: () => `${hard}»` },
  { lang: 'fr', needs: '%', find: /(?<=\d)%/gu, write: () => `${hard}%` },
  { lang: 'fr', needs: '$', find: /(?<=\d)\$(?!\p{L}|\d)/gu, write: () => `${hard}$` },
  {
    lang: 'fr',
    needs: /\d[kKcmMG°T]/,
    find: new RegExp(String.raw`(?<=(?<![\p{L}\d.-])\d{1,7})(?=${units}(?![\p{L}\d]))\S`, 'gu'),
    write: ([first]) => `${hard}${first}`,
  },
];

const after: readonly Pattern[] = [
  {
    lang: 'both',
    needs: /[,;][^\s\u00A0\d]/,
    find: /(?<=\p{Ll}{2})[,;](?=\p{L}{2})/gu,
    write: ([mark]) => `${mark} `,
  },
  {
    lang: 'both',
    needs: /[.!?:][A-ZÀ-Ý]/,
    find: /(?<=(?<![\p{L}/._-])\p{L}\p{Ll}{2,})[.!?:](?=\p{Lu}\p{Ll}*[\s\u00A0])/gu,
    write: ([mark]) => (mark === ':' ? null : `${mark} `),
    // Names such as "Node.Js" or "ASP.Net".
    unless: (match) => /^.(?:Net|Js|Io|Ca)\b/.test(match.input.slice(match.index)),
  },
];

const doubled: readonly Pattern[] = [
  {
    lang: 'both',
    needs: /[ \u00A0]{2}/,
    find: /(?<=\S)(?:[ \u00A0\u202F]{2,})(?=\S)/gu,
    write: ([found]) => (/\u00A0|\u202F/.test(found) ? hard : ' '),
  },
];

export const spaceBefore = patternRule('typography/space-before-punctuation', 'warning', before);
export const missingSpace = patternRule('typography/missing-space', 'warning', missing);
export const spaceAfter = patternRule('typography/space-after-punctuation', 'warning', after);
export const doubleSpace = patternRule('typography/double-space', 'info', doubled);
