import type { PairRule } from '#hiring/check';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { proseBlocks, proseOf } from '../support/prose-text.ts';
import { isLive } from './required.ts';

const months: Localized<readonly string[]> = {
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
}; // prettier-ignore

const space = String.raw`[\s\u00A0]`;
const dates: Localized<RegExp> = {
  en: new RegExp(
    String.raw`\b(?<month>${months.en.join('|')})(?:${space}(?<day>\d{1,2})(?:st|nd|rd|th)?,?)?,?${space}(?<year>20\d\d)\b`,
    'giu',
  ),
  fr: new RegExp(
    String.raw`(?:(?<day>\d{1,2})(?:er)?${space})?(?<!\p{L})(?<month>${months.fr.join('|')})${space}(?<year>20\d\d)\b`,
    'giu',
  ),
};

/** Words of what is still to come. */
const ahead: Localized<RegExp> = {
  en: /\b(?:starts?|starting|begins?|beginning|will|until|by|expected|planned|upcoming|available|clos(?:es|ing)|deadline|apply|interviews?|no later than)\b/i,
  fr: /(?<!\p{L})(?:début\p{L}*|commenc\p{L}+|à (?:compter|partir)|jusqu[’']|d[’']ici|prévue?s?|aur(?:a|ont) lieu|sera|seront|avant le|au plus tard|date limite|postul\p{L}+|entrevues?|entrée en fonctions?)/iu,
};

/** The end of the day or month of a match, in UTC and a day late: no time zone makes it wrong. */
function endOf({ groups }: RegExpExecArray, lang: Lang): number {
  const month = months[lang].indexOf(groups!['month']!.toLowerCase());
  const year = Number(groups!['year']);
  const day = groups!['day'];
  return day === undefined ? Date.UTC(year, month + 1, 2) : Date.UTC(year, month, Number(day) + 2);
}

/** Something announced for a day that is over, in a posting that takes applications. */
export const pastDate: PairRule = {
  id: 'advertisement/past-date',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, context, report) {
    if (!isLive(pair, context.now)) return;
    for (const lang of langs) {
      const document = pair.documents[lang];
      for (const block of proseBlocks(document)) {
        if (!block.text.includes('20')) continue;
        const prose = proseOf(block);
        for (const { start, end } of block.sentences) {
          const sentence = prose.slice(start, end);
          if (!ahead[lang].test(sentence)) continue;
          for (const match of sentence.matchAll(dates[lang])) {
            if (endOf(match, lang) > context.now.getTime() || history.test(sentence)) continue;
            report({
              place: placeIn(
                document,
                block,
                start + match.index,
                start + match.index + match[0].length,
              ),
              args: { date: excerpt(match[0]) },
            });
          }
        }
      }
    }
  },
};

/** "The policy will have been in force since March 2021" looks back. */
const history =
  /\b(?:since|came into force|established|created|founded|was|were)\b|(?<!\p{L})(?:depuis|entrée? en vigueur|créée?|fondée?|a été|ont été)(?!\p{L})/iu;

/** The day on which the requirement was suspended. */
const suspended = Date.UTC(2022, 5, 20);
const vaccine: Localized<RegExp> = {
  en: /\bvaccinat(?:ed|ion|ions)\b/i,
  fr: /(?<!\p{L})vaccin(?:ation|ations|é|ée|és|ées|al|ale)?(?:·e)?(?:·s)?(?!\p{L})/iu,
};

/** The vaccination requirement, suspended on June 20, 2022, in a posting that takes applications. */
export const vaccination: PairRule = {
  id: 'advertisement/vaccination',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, context, report) {
    if (!isLive(pair, context.now) || context.now.getTime() < suspended) return;
    for (const lang of langs) {
      const document = pair.documents[lang];
      const blocks = proseBlocks(document);
      // Health postings speak of vaccination, too; the requirement always named the disease.
      if (!blocks.some(({ text }) => /covid/i.test(text) && vaccine[lang].test(text))) continue;
      const first = blocks.find(({ text }) => vaccine[lang].test(text))!;
      const { index, 0: word } = vaccine[lang].exec(first.text)!;
      report({ place: placeIn(document, first, index, index + word.length), args: { word } });
    }
  },
};
