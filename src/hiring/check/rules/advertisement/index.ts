import type { Family } from '#hiring/check';
import { pastDate, vaccination } from './dated.ts';
import { placeholder } from './placeholder.ts';
import { required } from './required.ts';
import { words } from './words.ts';

/** What an advertisement has to say, and what it no longer should. */
export const family: Family = {
  name: 'advertisement',
  rules: [...required, placeholder, pastDate, vaccination],
  words,
};
