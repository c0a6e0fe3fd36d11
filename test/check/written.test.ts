import { describe, expect, it } from 'vitest';
import { contentOf, judge, noScore, readLabels, scores } from '#bench/support/accuracy.ts';

// `npm run bench -- check-accuracy` tells every family and set apart.
describe.each(['written', 'written-unseen'] as const)('the pairs of %s', (set) => {
  const now = new Date('2026-04-01T12:00:00Z');
  const byFamily = scores(readLabels(set).map((pair) => judge(pair, contentOf(set, ''), now)));

  it.each([
    ['meaning', 0.95, 0.65],
    ['strength', 1, 0.85],
    ['structure', 1, 1],
  ] as const)('are judged by %s as a person judged them', (family, precision, recall) => {
    const { found, wrong, labels, missed } = byFamily.get(family) ?? noScore;
    expect((found - wrong) / found).toBeGreaterThanOrEqual(precision);
    expect((labels - missed) / labels).toBeGreaterThanOrEqual(recall);
  });
});
