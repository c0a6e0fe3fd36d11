import type { Family } from '#hiring/check';
import { longItem, longParagraph, longSentence } from './length.ts';
import { words } from './words.ts';

/** How much a reader must hold at a time. */
export const family: Family = {
  name: 'plain-language',
  rules: [longSentence, longParagraph, longItem],
  words,
};
