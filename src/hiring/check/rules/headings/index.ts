import type { Family } from '#hiring/check';
import { bold, duplicate, empty, none, order, punctuation, topLevel } from './headings.ts';
import { words } from './words.ts';

/** The outline of a text, by which screen readers move. */
export const family: Family = {
  name: 'headings',
  rules: [order, topLevel, empty, duplicate, bold, punctuation, none],
  words,
};
