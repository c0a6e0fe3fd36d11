import type { Family } from '#hiring/check';
import { fragileAnchor, insecure, redirect, targetLanguage, tracking } from './addresses.ts';
import { otherDestination, parity } from './parity.ts';
import { broken, emptyText, mailto, vagueText } from './words-of-links.ts';
import { words } from './words.ts';

/** Where links lead, and whether both languages lead there. */
export const family: Family = {
  name: 'links',
  rules: [
    targetLanguage,
    parity,
    otherDestination,
    redirect,
    tracking,
    insecure,
    fragileAnchor,
    mailto,
    emptyText,
    vagueText,
    broken,
  ],
  words,
};
