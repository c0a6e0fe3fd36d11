import type { TextRule } from '#hiring/check';
import type { Lang } from '#platform/i18n';
import { type Pattern, type Search, reportPatterns, search } from '../support/patterns.ts';

/** Which non-breaking space a text may use, and where English wants one. */
type Options = { character: 'either' | 'U+00A0' | 'U+202F'; english: boolean };

const characters = { either: '\u00A0', 'U+00A0': '\u00A0', 'U+202F': '\u202F' } as const;
/** What stands in a place of a non-breaking space and is not the right one. */
const wrong = { either: ' ', 'U+00A0': '[ \u202F]', 'U+202F': '[ \u00A0]' } as const;

const units = String.raw`(?:km/h|km|cm|mm|kg|mg|Go|Mo|Ko|ko|To|kWh|°C|k\$|M\$|G\$|h|min)`;
const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

function patternsFor({ character, english }: Options): readonly Pattern[] {
  const bad = wrong[character];
  const write = (): string => characters[character];
  const any = '[ \u00A0\u202F]';
  const french: [needs: string | RegExp, find: string][] = [
    [':', `${bad}(?=:(?:$|[\\s\u00A0]))`],
    ['«', `(?<=«)${bad}(?=\\S)`],
    ['»', `(?<=\\S)${bad}(?=»)`],
    [/[%$]/, `(?<=\\d)${bad}(?=[%$](?![\\p{L}\\d]))`],
    [
      /\d[ \u00A0\u202F][a-zA-Z°]/,
      `(?<=(?<![\\p{L}\\d.-])\\d{1,7})${bad}(?=${units}(?![\\p{L}\\d]))`,
    ],
    [/\d[ \u00A0\u202F]h[ \u00A0\u202F]\d/, `(?<=\\d${any}h)${bad}(?=[0-5]\\d(?!\\d))`],
    [
      /\d[ \u00A0\u202F]\d/,
      `(?<=(?<![\\d\\p{L}.,:/()+-]|\\d${any})\\d{1,3}(?:${any}\\d{3})*)${bad}(?=\\d{3}(?:${any}\\d{3})*(?!\\d|${any}\\d|-))`,
    ],
  ];
  const inEnglish: [string | RegExp, string][] = english
    ? [
        [/[A-Z][a-z]+[ \u00A0\u202F]\d/, `(?<=\\b${months})${bad}(?=\\d{1,2}\\b)`],
        [/\d[ \u00A0\u202F][ap]/, `(?<=\\d)${bad}(?=[ap]\\.?m\\b)`],
      ]
    : [];
  const made =
    (lang: 'en' | 'fr') =>
    ([needs, find]: [string | RegExp, string]): Pattern => ({
      lang,
      needs,
      find: new RegExp(find, 'gu'),
      write,
    });
  return [...french.map(made('fr')), ...inEnglish.map(made('en'))];
}

const searches = new Map<string, Readonly<Record<Lang, Search>>>();

/** Where a line may not break, and would: invisible, so a suggestion. */
export const nonBreakingSpace: TextRule = {
  id: 'typography/non-breaking-space',
  severity: 'info',
  fixable: true,
  scope: 'text',
  options: { character: 'either', english: false },
  check(document, context, report) {
    const options: Options = {
      character: context.option<Options['character']>('character'),
      english: context.option<boolean>('english'),
    };
    const key = `${options.character} ${options.english}`;
    let find = searches.get(key);
    if (!find) {
      const patterns = patternsFor(options);
      const of = (lang: Lang): Search => search(patterns.filter((one) => one.lang === lang));
      searches.set(key, (find = { en: of('en'), fr: of('fr') }));
    }
    reportPatterns(document, find[document.lang], report);
  },
};
