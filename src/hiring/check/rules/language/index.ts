import type { Family } from '#hiring/check';
import { title } from './title.ts';
import { untranslated, wrongFile } from './untranslated.ts';
import { words } from './words.ts';

/** What is not in the language of its file. */
export const family: Family = {
  name: 'language',
  rules: [untranslated, wrongFile, title],
  words,
};
