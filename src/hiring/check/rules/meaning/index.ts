import type { Family } from '#hiring/check';
import { contrast } from './contrasts.ts';
import { negation } from './negation.ts';
import { otherText } from './other-text.ts';
import { quantity } from './quantities.ts';
import { missingClause, missingSentence, missingWord } from './rules.ts';
import { words } from './words.ts';

/** Both languages say the same: no sentence, clause or qualifier stands in one of them only. */
export const family: Family = {
  name: 'meaning',
  rules: [otherText, missingSentence, missingClause, missingWord, negation, quantity, contrast],
  words,
};
