import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Declaration } from '../model.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { type Contents, createShelves, shelfCount } from './shelves.ts';

const key = 'an equity key of the tests, long enough to seal with';
const shelves = createShelves(key);
const pseudonymOf = createPseudonyms(key);
const declaration: Declaration = {
  postingId: randomUUID(),
  day: '2026-11-24',
  answer: { kind: 'groups', groups: ['women', 'disabilities'], use: 'statistics' },
};
const contentsOf = (count: number): Contents =>
  new Map(Array.from({ length: count }, () => [pseudonymOf(randomUUID()), declaration]));

it('opens what it closed, for the same shelf and key only', () => {
  const contents = contentsOf(40);
  const sealed = shelves.close(3, contents);
  // Maps are equal whatever the order of their entries.
  expect(shelves.open(3, sealed)).toEqual(contents);
  expect(shelves.open(4, sealed)).toBeNull();
  expect(createShelves(`${key}!`).open(3, sealed)).toBeNull();
});

it('is as long for nobody as for twenty, whatever they say', () => {
  const lengths = [0, 1, 20].map((count) => shelves.close(0, contentsOf(count)).length);
  expect(new Set(lengths).size).toBe(1);
  const other: Contents = new Map([
    [pseudonymOf('a'), { ...declaration, answer: { kind: 'undisclosed' } }],
  ]);
  expect(shelves.close(0, other).length).toBe(lengths[0]);
  expect(shelves.close(0, contentsOf(100)).length).toBeGreaterThan(lengths[0] ?? 0);
});

it('gives an application one pseudonym, and nobody without the key the same', () => {
  const id = randomUUID();
  expect(pseudonymOf(id)).toBe(pseudonymOf(id));
  expect(pseudonymOf(id)).not.toBe(pseudonymOf(randomUUID()));
  expect(pseudonymOf(id)).not.toBe(createPseudonyms(`${key}!`)(id));
});

it('spreads declarations over all shelves', () => {
  const counts = Array<number>(shelfCount).fill(0);
  for (let made = 0; made < 3200; made += 1) {
    const shelf = shelves.shelfOf(pseudonymOf(randomUUID()));
    counts[shelf] = (counts[shelf] ?? 0) + 1;
  }
  // 200 each; the odds of one below 120 or above 280 are under one in ten million.
  expect(Math.min(...counts)).toBeGreaterThan(120);
  expect(Math.max(...counts)).toBeLessThan(280);
});
