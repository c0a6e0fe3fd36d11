import type { Family } from '#hiring/check';
import { capitalAccent, dash, ordinal } from './marks.ts';
import { nonBreakingSpace } from './non-breaking.ts';
import { number, time } from './numbers.ts';
import { apostrophe, quoteStyle } from './one-style.ts';
import { quotes } from './quotes.ts';
import { doubleSpace, missingSpace, spaceAfter, spaceBefore } from './spaces.ts';
import { words } from './words.ts';

/** Canadian typography of both languages. */
export const family: Family = {
  name: 'typography',
  rules: [
    spaceBefore,
    missingSpace,
    nonBreakingSpace,
    spaceAfter,
    doubleSpace,
    quotes,
    quoteStyle,
    apostrophe,
    dash,
    ordinal,
    capitalAccent,
    number,
    time,
  ],
  words,
};
