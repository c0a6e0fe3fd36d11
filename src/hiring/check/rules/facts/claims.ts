import type { PairRule, PairUnderCheck, Place } from '#hiring/check';
import { type Document, type TextFact, sentencesOfDocument } from '#hiring/prose';
import { type Lang, langs } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { statedIn } from './stated.ts';

export type Facts = NonNullable<PairUnderCheck['facts']>;
/** What prose says of the process, and whether the facts say so too. */
export type Claim = { place: Place; found: string | number; agrees: boolean };

/**
 * What prose says of the process must be what its facts say. A text may speak of other dates and
 * codes besides: it is only wrong where nothing that it says agrees.
 */
export function against(
  name: string,
  severity: PairRule['severity'],
  field: string,
  expectedOf: (facts: Facts, lang: Lang) => string | number | null,
  claimsOf: (document: Document, facts: Facts) => Claim[],
): PairRule {
  return {
    id: `facts/process-${name}`,
    severity,
    fixable: false,
    scope: 'pair',
    check({ documents, facts }, _context, report) {
      if (!facts) return;
      for (const lang of langs) {
        const document = documents[lang];
        const expected = expectedOf(facts, lang);
        if (expected === null) continue;
        const claims = claimsOf(document, facts);
        const [first] = claims;
        if (!first || claims.some(({ agrees }) => agrees)) continue;
        const written = document.fieldSpan(['process', field]);
        report({
          place: first.place,
          counterpart: written && { file: document.file, span: written },
          args: { found: first.found, expected },
        });
      }
    },
  };
}

/** Facts of a kind, wherever they stand. */
export function stated(
  document: Document,
  kind: TextFact['kind'],
  agrees: (fact: TextFact) => boolean,
): Claim[] {
  return statedIn(document)
    .filter(({ fact }) => fact.kind === kind)
    .map(({ block, fact, text }) => ({
      place: placeIn(document, block, fact.start, fact.end),
      found: excerpt(text),
      agrees: agrees(fact),
    }));
}

/** Facts of a kind in the sentences about a topic. */
export function within(
  document: Document,
  kind: TextFact['kind'],
  about: (sentence: string) => boolean,
  agrees: (fact: TextFact, beside: readonly TextFact[]) => boolean,
): Claim[] {
  return [...sentencesOfDocument(document)].flatMap(({ block, start, end, text }) => {
    if (!about(text)) return [];
    // A zone that stands after "a.m." may have been taken for another sentence.
    const beside = statedIn(document).filter(
      (one) => one.block === block && one.fact.start >= start && one.fact.start < end,
    );
    return beside
      .filter(({ fact }) => fact.kind === kind)
      .map((one) => ({
        place: placeIn(document, block, one.fact.start, one.fact.end),
        found: excerpt(one.text),
        agrees: agrees(
          one.fact,
          beside.map(({ fact }) => fact),
        ),
      }));
  });
}
