import type { Family } from '#hiring/check';
import { assetTerm, demand, softened } from './demand-rules.ts';
import { choice } from './choices.ts';
import { limit } from './limits.ts';
import { modal } from './modal-rule.ts';
import { practice } from './practice-rule.ts';
import { words } from './words.ts';

/** Both languages ask for the same things, as strongly. */
export const family: Family = {
  name: 'strength',
  rules: [demand, assetTerm, softened, practice, modal, limit, choice],
  words,
};
