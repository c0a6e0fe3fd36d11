import { expect, test } from 'vitest';
import { decodeText, decodeWindows1252 } from './text-decoding.ts';

test('Windows-1252 has its own characters where Latin-1 has none', () => {
  const bytes = Buffer.from([
    0x80, 0x85, 0x8c, 0x92, 0x93, 0x96, 0x9c, 0x9f, 0xa0, 0xe9, 0xff, 0x41,
  ]);
  expect(decodeWindows1252(bytes)).toBe('€…Œ’“–œŸ\u00a0éÿA');
});

test.each<[string, Buffer | string, string | null]>([
  ['UTF-8', 'd’été', 'd’été'],
  ['UTF-8 with a mark', '\ufeffd’été', 'd’été'],
  ['UTF-16, little end first', Buffer.from('\ufeffd’été', 'utf16le'), 'd’été'],
  ['UTF-16, big end first', Buffer.from('\ufeffd’été', 'utf16le').swap16(), 'd’été'],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x41]), null],
  ['Windows-1252', Buffer.from([0x64, 0x92, 0xe9]), 'd’é'],
  ['a byte that Windows-1252 has not', Buffer.from([0xe9, 0x81]), null],
])('%s', (_, content, expected) => {
  expect(decodeText(typeof content === 'string' ? Buffer.from(content) : content)).toBe(expected);
});
