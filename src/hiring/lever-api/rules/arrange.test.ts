import { expect, it } from 'vitest';
import type { Categories, LeverPosting } from '../model.ts';
import { choose, groupBy } from './arrange.ts';

const posting = (id: string, categories: Categories) => ({ id, categories }) as LeverPosting;
const all = [
  posting('1', { team: 'Design', location: 'Ottawa', allLocations: ['Ottawa', 'Gatineau'] }),
  posting('2', { team: 'design', level: 'IT-03' }),
  posting('3', { team: 'Équipe', location: 'Gatineau', allLocations: ['Gatineau'] }),
  posting('4', {}),
];
const none = { location: [], commitment: [], team: [], department: [], level: [] };
const ids = (filters: object, skip = 0, limit: number | null = null): string =>
  choose(all, { filters: { ...none, ...filters }, skip, limit })
    .map(({ id }) => id)
    .join('');

it.each([
  [{}, '1234'],
  [{ team: ['DESIGN'] }, '12'],
  [{ team: ['DESIGN', 'Équipe'] }, '3'],
  [{ team: ['Design', 'design'] }, '12'],
  [{ location: ['gatineau'] }, '13'],
  [{ location: ['Gatineau'], team: ['Équipe'] }, '3'],
  [{ level: ['it-03'] }, '2'],
  [{ department: ['x'] }, ''],
])('chooses by %o', (filters, expected) => {
  expect(ids(filters)).toBe(expected);
});

it('skips and limits what is left', () => {
  expect([ids({}, 1, 2), ids({}, 3, 5), ids({}, 9), ids({}, 0, 0)]).toEqual(['23', '4', '', '']);
});

it('groups by title, accents after their letters, and what has none last', () => {
  expect(groupBy(all, 'team').map(({ title, postings }) => [title, postings.length])).toEqual([
    ['design', 1],
    ['Design', 1],
    ['Équipe', 1],
    ['', 1],
  ]);
});
