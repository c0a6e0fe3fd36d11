import { expect, it } from 'vitest';
import { chooseCoding, matchesTag } from './negotiate.ts';

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['deflate', 'identity'],
  ['GZIP ; Q=1.0', 'gzip'],
])('%j gives %s', (header, coding) => {
  expect(chooseCoding(header)).toBe(coding);
});

it('finds an entity tag in a list, weak or strong, or any', () => {
  expect(matchesTag('"a", W/"b"', '"b"')).toBe(true);
  expect(matchesTag('*', '"b"')).toBe(true);
  expect(matchesTag('"bb"', '"b"')).toBe(false);
  expect(matchesTag(undefined, '"b"')).toBe(false);
});
