import type { PairRule, PairUnderCheck, Report } from '#hiring/check';
import { ofLatest } from '#hiring/prose';
import { type Lang, langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { type Comparison, comparisonsOf } from './compare.ts';
import type { Omission } from './omission.ts';
import { omissionIn } from './omissions.ts';

type Told = { comparison: Comparison; lang: Lang; omission: Omission };

/** What is left out in a pair: three rules look at it. */
const omissionsOf = ofLatest((pair: PairUnderCheck): Told[] =>
  comparisonsOf(pair).flatMap((comparison) =>
    langs.flatMap((lang) => {
      const omission = omissionIn(comparison, lang);
      return omission ? [{ comparison, lang, omission }] : [];
    }),
  ),
);

function omissionRule(kind: Omission['kind'], severity: PairRule['severity']): PairRule {
  return {
    id: `meaning/missing-${kind}`,
    severity,
    fixable: false,
    scope: 'pair',
    check(pair, _context, report: Report) {
      const { documents } = pair;
      for (const { comparison, lang, omission } of omissionsOf(pair)) {
        if (omission.kind !== kind) continue;
        const other = otherLang(lang);
        const { blocks, parts } = comparison;
        const { start, end } = parts[other];
        const { text } = blocks[lang];
        report({
          place: placeIn(documents[lang], blocks[lang], omission.start, omission.end),
          counterpart:
            start === end
              ? placeIn(documents[other], blocks[other])
              : placeIn(documents[other], blocks[other], start, end),
          ...(!omission.isSure && { severity: 'info' }),
          args: {
            lang: other,
            count: omission.words.length,
            text:
              kind === 'word'
                ? omission.words.map((word) => text.slice(word.start, word.end)).join(', ')
                : excerpt(text.slice(omission.start, omission.end)),
          },
        });
      }
    },
  };
}

export const missingSentence = omissionRule('sentence', 'warning');
export const missingClause = omissionRule('clause', 'warning');
export const missingWord = omissionRule('word', 'warning');
