import { expect, it } from 'vitest';
import { closingFor, isExtended } from './rules.ts';

const closesAt = new Date('2026-12-01T06:59:00Z');
const later = new Date('2026-12-04T06:59:00Z');

it('closes later for whom that was agreed, never earlier, and never gives a date where there is none', () => {
  expect(closingFor(closesAt, null)).toBe(closesAt);
  expect(closingFor(closesAt, later)).toBe(later);
  expect(closingFor(later, closesAt)).toBe(later);
  expect(closingFor(null, later)).toBeNull();
});

it('is open to them until that instant, unless the posting was taken off', () => {
  const before = new Date(later.getTime() - 1);
  expect(isExtended({ archived: false }, later, before)).toBe(true);
  expect(isExtended({ archived: false }, later, later)).toBe(false);
  expect(isExtended({ archived: true }, later, before)).toBe(false);
  expect(isExtended({ archived: false }, null, before)).toBe(false);
});
