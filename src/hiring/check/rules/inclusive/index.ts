import type { Family } from '#hiring/check';
import { gendered } from './gendered.ts';
import { masculineTitle } from './masculine-title.ts';
import { mixedForms } from './mixed-forms.ts';
import { words } from './words.ts';

/** Wording that leaves nobody out. */
export const family: Family = {
  name: 'inclusive',
  rules: [mixedForms, masculineTitle, gendered],
  words,
};
