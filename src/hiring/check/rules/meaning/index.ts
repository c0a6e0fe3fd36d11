import type { Family } from '#hiring/check';
import { otherText } from './other-text.ts';
import { missingClause, missingSentence, missingWord } from './rules.ts';
import { words } from './words.ts';

/** Both languages say the same: no sentence, clause or qualifier stands in one of them only. */
export const family: Family = {
  name: 'meaning',
  rules: [otherText, missingSentence, missingClause, missingWord],
  words,
};
