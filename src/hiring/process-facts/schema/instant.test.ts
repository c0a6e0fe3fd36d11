import { expect, it } from 'vitest';
import { instantOf } from './instant.ts';

const iso = (text: string, zone: string): string | undefined =>
  instantOf(text, zone)?.toISOString();

it('reads an offset as written, whatever the zone', () => {
  expect(iso('2026-05-09T23:59-07:00', 'America/Toronto')).toBe('2026-05-10T06:59:00.000Z');
  expect(iso('2026-05-09 23:59:30Z', 'America/Toronto')).toBe('2026-05-09T23:59:30.000Z');
});

it('reads a local time in the zone, summer and winter', () => {
  expect(iso('2026-07-01 09:00', 'America/Toronto')).toBe('2026-07-01T13:00:00.000Z');
  expect(iso('2026-01-05T09:00', 'America/Toronto')).toBe('2026-01-05T14:00:00.000Z');
  expect(iso('2026-01-05T09:00', 'America/St_Johns')).toBe('2026-01-05T12:30:00.000Z');
});

it('settles the hours that clocks repeat or skip', () => {
  // Toronto, 2025-11-02: 01:30 happens at -04:00, then at -05:00.
  expect(iso('2025-11-02 01:30', 'America/Toronto')).toBe('2025-11-02T05:30:00.000Z');
  // Toronto, 2025-03-09: 02:30 does not happen.
  expect(iso('2025-03-09 02:30', 'America/Toronto')).toBe('2025-03-09T07:30:00.000Z');
});

it.each([
  '2026-02-30 10:00',
  '2026-02-30T10:00Z',
  '2026-13-01 10:00',
  '2026-05-09 24:00',
  '2026-05-09 10:60',
  '2026-05-09',
  '09/05/2026 10:00',
  'soon',
  '',
])('refuses %j', (text) => {
  expect(instantOf(text, 'America/Toronto')).toBeNull();
});
