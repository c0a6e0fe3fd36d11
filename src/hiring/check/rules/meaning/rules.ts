import type { PairRule, Report } from '#hiring/check';
import { langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { comparisonsOf } from './compare.ts';
import type { Omission } from './omission.ts';
import { omissionIn } from './omissions.ts';

function omissionRule(kind: Omission['kind'], severity: PairRule['severity']): PairRule {
  return {
    id: `meaning/missing-${kind}`,
    severity,
    fixable: false,
    scope: 'pair',
    check(pair, _context, report: Report) {
      const { documents } = pair;
      // Of the pair itself, for which the comparisons are kept: three rules look at them.
      for (const comparison of comparisonsOf(pair)) {
        for (const lang of langs) {
          const omission = omissionIn(comparison, lang);
          if (omission?.kind !== kind) continue;
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
      }
    },
  };
}

export const missingSentence = omissionRule('sentence', 'warning');
export const missingClause = omissionRule('clause', 'warning');
export const missingWord = omissionRule('word', 'warning');
