import type { Family } from '#hiring/check';
import { anglicism, field } from './choice-rule.ts';
import { glossary } from './glossary.ts';
import { groupName } from './group-name.ts';
import { words } from './words.ts';

/** The words of the field, and those that a repository agreed on. */
export const family: Family = {
  name: 'terms',
  rules: [field, anglicism, groupName, glossary],
  words,
};
