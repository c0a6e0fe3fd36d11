import { expect, it } from 'vitest';
import { parseEmailAddress } from '#hiring/sign-in';

it('takes an address as people type it', () => {
  expect(parseEmailAddress('  Ana.Tremblay@Example.GC.ca ')).toBe('ana.tremblay@example.gc.ca');
  expect(parseEmailAddress("o'neil+desk@example.org")).toBe("o'neil+desk@example.org");
});

it('refuses everything that is not one plain address', () => {
  const refused = [
    undefined,
    '',
    'ana',
    'ana@',
    '@example.org',
    'ana@localhost',
    'ana@example.org, eve@example.com',
    'Ana <ana@example.org>',
    'ana@example.org\r\nBcc: eve@example.com',
    'ana@example.org\nBcc: eve@example.com',
    'ana\u0000@example.org',
    'ana@exa mple.org',
    `${'a'.repeat(250)}@example.org`,
  ];
  expect(refused.filter((text) => parseEmailAddress(text) !== null)).toEqual([]);
});
