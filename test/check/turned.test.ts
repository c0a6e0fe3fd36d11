import { describe, expect, it } from 'vitest';
import { type Finding, checkPair, describeFinding } from '#hiring/check';
import { faithful } from '#bench/support/faithful.ts';
import { type Turned, turnedSentences } from '#bench/support/turned.ts';
import type { Localized } from '#platform/i18n';

const front = '---\ntitle: A\ndescription: B\narchived: false\ntranslationKey: a\n---\n\n';

function findIn({ en, fr }: Localized): Finding[] {
  const sources = {
    en: { file: 'en/a.md', source: `${front}- ${en}\n` },
    fr: { file: 'fr/a.md', source: `${front}- ${fr}\n` },
  };
  const rules = ['meaning', 'strength', 'facts'];
  return checkPair(sources, { now: new Date('2026-03-01T12:00:00Z'), rules });
}

const says = (pair: Localized): string[] =>
  findIn(pair).map((one) => `${one.rule} ${describeFinding(one, 'en').message}`);

/** What is turned in one language only, from English to French and from French to English. */
const turnedPairs = (all: readonly Turned[]): Localized[] =>
  all.flatMap(({ en, fr, turnedEn, turnedFr }) => [
    { en: turnedEn, fr },
    { en, fr: turnedFr },
  ]);

const kinds = ['modality', 'limit', 'choice', 'negation', 'quantity', 'practice', 'wish'] as const;
const every = [...turnedSentences.seen, ...turnedSentences.unseen];

// `npm run bench -- check-turned` tells both sets apart.
describe('sentences turned in one language', () => {
  it.each([
    ['modality', 0.9],
    ['limit', 1],
    ['choice', 0.85],
    ['negation', 0.8],
    ['quantity', 0.95],
    ['practice', 0.65],
    ['wish', 1],
  ] as const)('finds %s in %d of them', (kind, share) => {
    const pairs = turnedPairs(every.filter((one) => one.kind === kind));
    const found = pairs.filter((pair) => findIn(pair).length > 0);
    expect(pairs.length).toBeGreaterThanOrEqual(14);
    expect(found.length / pairs.length).toBeGreaterThanOrEqual(share);
  });

  it('knows every kind', () => {
    expect(new Set(every.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it('finds nothing where both languages are turned, or neither', () => {
    const same = every.flatMap(({ en, fr, turnedEn, turnedFr }) => [
      { en, fr },
      { en: turnedEn, fr: turnedFr },
    ]);
    expect(same.flatMap(says)).toEqual([]);
  });

  it('finds nothing in sentences that each language says in its own way', () => {
    expect(faithful.seen.flatMap(([en, fr]) => says({ en, fr }))).toEqual([]);
    const others = faithful.unseen.flatMap(([en, fr]) => says({ en, fr }));
    expect(others.length).toBeLessThanOrEqual(2);
  });
});
