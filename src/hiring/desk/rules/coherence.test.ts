import { describe, expect, it } from 'vitest';
import type { Criterion } from '#hiring/process-facts';
import type { FindingResult } from '../model.ts';
import { type Asks, reasons } from '../rules.ts';
import { type Judged, arrangeCriteria, byKind, incoherenceOf } from './coherence.ts';

const judged = (
  results: Partial<Record<string, FindingResult | null>>,
  kinds: Partial<Record<string, Criterion['kind']>> = {},
): Judged[] =>
  Object.entries(results).map(([id, result = null]) => ({
    id,
    kind: kinds[id] ?? (id.startsWith('asset') ? 'asset' : 'essential'),
    result,
  }));

describe('what was found, compared with the reason', () => {
  it('knows what every reason says of the criteria', () => {
    expect(Object.fromEntries(reasons.map(({ code, asks }) => [code, asks]))).toEqual({
      'meets-essentials': 'essentials-met',
      'meets-essentials-and-assets': 'essentials-and-asset-met',
      'equivalent-experience': 'essentials-met',
      'essential-not-shown': 'essential-not-met',
      'education-not-shown': 'criterion-not-met',
      'experience-not-shown': 'criterion-not-met',
      'language-requirement-not-met': 'nothing',
      'not-in-area-of-selection': 'nothing',
      incomplete: 'nothing',
      repeated: 'nothing',
      withdrawn: 'nothing',
    });
  });

  it.each<[Asks, Judged[], ReturnType<typeof incoherenceOf>]>([
    // Screened in: every essential is met, whatever is found of the rest.
    [
      'essentials-met',
      judged({ a: 'met', b: 'met', asset: 'not-met' }),
      { criteria: {}, reason: null },
    ],
    [
      'essentials-met',
      judged({ a: 'met', b: 'not-met' }),
      { criteria: { b: 'essential-not-met' }, reason: null },
    ],
    [
      'essentials-met',
      judged({ a: null, b: 'not-assessed', c: 'not-met' }),
      { criteria: { a: 'unjudged', b: 'unjudged', c: 'essential-not-met' }, reason: null },
    ],
    // With assets: at least one of them.
    [
      'essentials-and-asset-met',
      judged({ a: 'met', asset1: 'not-met', asset2: 'met' }),
      { criteria: {}, reason: null },
    ],
    [
      'essentials-and-asset-met',
      judged({ a: 'met', asset: 'not-assessed' }),
      { criteria: {}, reason: 'no-asset-met' },
    ],
    [
      'essentials-and-asset-met',
      judged({ a: 'met', other: 'met' }, { other: 'operational' }),
      { criteria: {}, reason: 'no-asset-met' },
    ],
    // Screened out for an essential: one is not met, and all are judged.
    [
      'essential-not-met',
      judged({ a: 'met', b: 'not-met', asset: 'not-assessed' }),
      { criteria: {}, reason: null },
    ],
    [
      'essential-not-met',
      judged({ a: 'met', asset: 'not-met' }),
      { criteria: {}, reason: 'no-essential-not-met' },
    ],
    [
      'essential-not-met',
      judged({ a: 'not-met', b: 'not-assessed', c: null }),
      { criteria: { b: 'unjudged', c: 'unjudged' }, reason: null },
    ],
    // While an essential is open, nothing is said of the reason.
    ['essential-not-met', judged({ a: null }), { criteria: { a: 'unjudged' }, reason: null }],
    // Screened out for something that may be any criterion.
    ['criterion-not-met', judged({ a: 'met', asset: 'not-met' }), { criteria: {}, reason: null }],
    [
      'criterion-not-met',
      judged({ a: 'met', asset: 'not-assessed' }),
      { criteria: {}, reason: 'no-criterion-not-met' },
    ],
    // A reason that does not come to the criteria, and a process without any.
    ['nothing', judged({ a: null, b: 'not-met', asset: null }), { criteria: {}, reason: null }],
    ['essentials-met', [], { criteria: {}, reason: null }],
    ['essential-not-met', [], { criteria: {}, reason: null }],
  ])('%s', (asks, findings, expected) => {
    expect(incoherenceOf(asks, findings)).toEqual(expected);
  });
});

describe('the order of criteria', () => {
  const of = (id: string, kind: Criterion['kind']): Criterion => ({
    id,
    kind,
    text: { en: id, fr: id },
  });
  const criteria = [
    of('o', 'organizational'),
    of('a1', 'asset'),
    of('e1', 'essential'),
    of('a2', 'asset'),
    of('e2', 'essential'),
  ];

  it('is by kind, essentials first, then as advertised', () => {
    expect(arrangeCriteria(criteria).map(({ id }) => id)).toEqual(['e1', 'e2', 'a1', 'a2', 'o']);
    expect(byKind(criteria).map(({ kind, items }) => [kind, items.length])).toEqual([
      ['essential', 2],
      ['asset', 2],
      ['organizational', 1],
    ]);
    expect(byKind([])).toEqual([]);
  });
});
