import { expect, it } from 'vitest';
import { after, before, readPeriod } from './period.ts';

const at = (iso: string): Date => new Date(iso);
const shifted = (iso: string, period: string): string => {
  const read = readPeriod(period);
  if (!read) throw new Error(period);
  return after(at(iso), read).toISOString();
};

it.each([
  ['2026-11-24T15:00:00.000Z', 'P2Y', '2028-11-24T15:00:00.000Z'],
  ['2024-02-29T00:00:00.000Z', 'P2Y', '2026-02-28T00:00:00.000Z'],
  ['2026-01-31T12:00:00.000Z', 'P1M', '2026-02-28T12:00:00.000Z'],
  ['2026-12-15T12:00:00.000Z', 'P1Y2M', '2028-02-15T12:00:00.000Z'],
  ['2026-11-24T15:00:00.000Z', 'P30D', '2026-12-24T15:00:00.000Z'],
  ['2026-11-24T15:00:00.000Z', 'PT36H', '2026-11-26T03:00:00.000Z'],
])('%s and %s later: %s', (instant, period, later) => {
  expect(shifted(instant, period)).toBe(later);
});

it('goes back the same way', () => {
  const period = readPeriod('P2Y');
  expect(period && before(at('2026-03-01T00:00:00Z'), period).toISOString()).toBe(
    '2024-03-01T00:00:00.000Z',
  );
});

it.each(['', 'P', 'PT', '2Y', 'P2', 'P-1D', 'P1W', 'P2Y '])('refuses %j', (text) => {
  expect(readPeriod(text)).toBeNull();
});
