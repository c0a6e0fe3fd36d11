import type { Family } from '#hiring/check';
import { missing, parityRules } from './parity.ts';
import { processRules } from './process.ts';
import { words } from './words.ts';

/** Both languages state the same facts, and those of the process. */
export const family: Family = {
  name: 'facts',
  rules: [...parityRules, missing, ...processRules],
  words,
};
