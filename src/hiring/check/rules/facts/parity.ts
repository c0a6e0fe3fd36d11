import type { CheckContext, PairRule, PairUnderCheck, Severity } from '#hiring/check';
import type { FactKind, TextFact } from '#hiring/prose';
import { langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { compareFacts } from './compare.ts';
import type { Stated } from './stated.ts';

function placeOf({ documents }: PairUnderCheck, { lang, block, fact }: Stated) {
  return placeIn(documents[lang], block, fact.start, fact.end);
}

type Exception = {
  options?: Readonly<Record<string, unknown>>;
  /** Whether a repository has agreed to a difference. */
  allows?: (en: TextFact, fr: TextFact, context: CheckContext) => boolean;
};

/** Both languages state a fact of a kind, and not the same. */
function differs(
  name: string,
  kind: FactKind,
  severity: Severity,
  { options, allows = () => false }: Exception = {},
): PairRule {
  return {
    id: `facts/${name}`,
    severity,
    fixable: false,
    scope: 'pair',
    ...(options && { options }),
    check(pair, context, report) {
      for (const { en, fr } of compareFacts(pair).differences) {
        if (en.fact.kind !== kind || allows(en.fact, fr.fact, context)) continue;
        report({
          place: placeOf(pair, en),
          counterpart: placeOf(pair, fr),
          args: { en: excerpt(en.text), fr: excerpt(fr.text) },
        });
      }
    },
  };
}

export const parityRules: readonly PairRule[] = [
  differs('classification', 'classification', 'error'),
  differs('money', 'money', 'error'),
  differs('date', 'date', 'error'),
  differs('time', 'time', 'error'),
  differs('duration', 'duration', 'error'),
  differs('percent', 'percent', 'error'),
  differs('language-profile', 'language-profile', 'error'),
  differs('email', 'email', 'error', {
    options: { pairs: [] as string[] },
    allows: ({ value: en }, { value: fr }, context) =>
      context
        .option<string[]>('pairs')
        .some((pair) => pair.toLowerCase().split(/\s+/).join(' ') === `${en} ${fr}`),
  }),
  differs('phone', 'phone', 'error'),
  differs('number', 'number', 'warning'),
  differs('name', 'name', 'warning'),
];

/** One language states a fact that its counterpart leaves out. */
export const missing: PairRule = {
  id: 'facts/missing',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    const all = compareFacts(pair).missing;
    for (const lang of langs) {
      const other = otherLang(lang);
      for (const { stated, facing } of all.filter((one) => one.stated.lang === lang)) {
        report({
          place: placeOf(pair, stated),
          counterpart: placeIn(pair.documents[other], pair.documents[other].blocks[facing]!),
          args: { lang: other, kind: nameOf(stated.fact.kind), text: excerpt(stated.text) },
        });
      }
    }
  },
};

/** The kind as messages name it: a choice of a message takes no hyphen. */
function nameOf(kind: FactKind): string {
  return kind === 'language-profile' ? 'profile' : kind;
}
