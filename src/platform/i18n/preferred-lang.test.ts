import { expect, it } from 'vitest';
import { preferredLang } from './index.ts';

it.each([
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['de, en-CA;q=0.7, fr;q=0.9', 'fr'],
  ['EN', 'en'],
  ['en;q=0, fr;q=0.1', 'fr'],
  ['en, fr', 'en'],
  ['*', null],
  ['de;q=1', null],
  ['', null],
  [undefined, null],
])('reads the language of "%s" as %s', (header, lang) => {
  expect(preferredLang(header)).toBe(lang);
});
