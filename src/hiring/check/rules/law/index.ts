import type { Family } from '#hiring/check';
import { rules } from './law.ts';
import { words } from './words.ts';

/** What law and policy have to say about the facts of the process. */
export const family: Family = { name: 'law', rules, words };
