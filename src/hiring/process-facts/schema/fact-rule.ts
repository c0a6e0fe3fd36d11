import type { z } from 'zod';
import { idPattern } from './words.ts';

/** Why a value of the facts cannot be used. Closed union: each has its words. */
export type FactRule =
  | 'missing'
  | 'not-one-of'
  | 'not-a-number'
  | 'not-text'
  | 'not-yes-or-no'
  | 'not-a-list'
  | 'not-fields'
  | 'out-of-range'
  | 'too-long'
  | 'wrong-count'
  | 'bad-form'
  | 'not-an-id'
  | 'not-an-email'
  | 'not-a-day'
  | 'duplicate-id'
  | 'min-above-max'
  | 'reports-min-above-max'
  | 'reports-without-supervision'
  | 'profile-twice'
  | 'expires-before-effective'
  | 'unknown-time-zone'
  | 'time-zone-missing'
  | 'not-an-instant'
  | 'closes-before-opens'
  | 'evergreen-closes'
  | 'unknown-criterion'
  | 'preference-not-external';

/** The rule that an issue of `processFactsSchema` breaks; `found` is the value at its place. */
export function factRuleOf(issue: z.core.$ZodIssue, found: unknown): FactRule {
  if (found === undefined && issue.code !== 'custom') return 'missing';
  switch (issue.code) {
    case 'custom':
      return issue.params?.['rule'] as FactRule;
    case 'invalid_value':
      return 'not-one-of';
    case 'invalid_type':
      return typeRules[issue.expected] ?? 'bad-form';
    case 'invalid_format':
      return issue.pattern === String(idPattern)
        ? 'not-an-id'
        : (formats[issue.format] ?? 'bad-form');
    case 'too_small':
      if (issue.origin === 'string') return 'missing';
      return issue.origin === 'array' ? 'wrong-count' : 'out-of-range';
    case 'too_big':
      if (issue.origin === 'string') return 'too-long';
      return issue.origin === 'array' ? 'wrong-count' : 'out-of-range';
    default:
      return 'bad-form';
  }
}

const typeRules: Partial<Record<string, FactRule>> = {
  number: 'not-a-number',
  int: 'not-a-number',
  string: 'not-text',
  boolean: 'not-yes-or-no',
  array: 'not-a-list',
  object: 'not-fields',
};

const formats: Partial<Record<string, FactRule>> = { email: 'not-an-email', date: 'not-a-day' };
