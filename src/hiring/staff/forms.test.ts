import { expect, it } from 'vitest';
import { parseStaffEmail } from './forms.ts';

it('takes an address as people type it', () => {
  expect(parseStaffEmail('  Ana.Tremblay@Example.GC.ca ')).toBe('ana.tremblay@example.gc.ca');
  expect(parseStaffEmail("o'neil+desk@example.org")).toBe("o'neil+desk@example.org");
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
  expect(refused.filter((text) => parseStaffEmail(text) !== null)).toEqual([]);
});
