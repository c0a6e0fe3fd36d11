import { expect, it } from 'vitest';
import { parseDeclaration, typedOf } from './forms.ts';
import type { Answer, EquityGroup } from './model.ts';

const words = { en: 'x', fr: 'x' };
const group = (id: string, inForce = true): EquityGroup => ({
  id,
  inForce,
  name: words,
  definition: words,
  basis: { kind: 'law', words },
});
const groups = [group('one'), group('two'), group('later', false)];
const problems = (typed: Record<string, string>) => {
  const parsed = parseDeclaration(typed, groups);
  return parsed.ok ? null : parsed.problems;
};

it('takes several groups, in the order of the list, with a use', () => {
  const parsed = parseDeclaration({ groups: 'two\none', use: 'statistics' }, groups);
  expect(parsed).toEqual({
    ok: true,
    answer: { kind: 'groups', groups: ['one', 'two'], use: 'statistics' },
  });
});

it('takes "none" and "prefer not to say" without asking what for', () => {
  expect(parseDeclaration({ groups: 'none' }, groups)).toMatchObject({ ok: true });
  expect(parseDeclaration({ groups: 'undisclosed', use: 'nonsense' }, groups)).toEqual({
    ok: true,
    answer: { kind: 'undisclosed' },
  });
});

it('says what is missing or contradicts itself', () => {
  expect(problems({})).toEqual({ groups: 'missing' });
  expect(problems({ groups: '\n' })).toEqual({ groups: 'missing' });
  expect(problems({ groups: 'one\nnone', use: 'statistics' })).toEqual({
    groups: 'contradiction',
  });
  expect(problems({ groups: 'none\nundisclosed' })).toEqual({ groups: 'contradiction' });
  expect(problems({ groups: 'one' })).toEqual({ use: 'missing' });
  expect(problems({ groups: 'one', use: 'marketing' })).toEqual({ use: 'missing' });
});

it('takes no group that is not on the form', () => {
  expect(problems({ groups: 'later', use: 'statistics' })).toEqual({ groups: 'unknown' });
  expect(problems({ groups: "one'; drop", use: 'statistics' })).toEqual({ groups: 'unknown' });
});

it('fills the form in again as it was answered', () => {
  const answers: Answer[] = [
    { kind: 'none' },
    { kind: 'undisclosed' },
    { kind: 'groups', groups: ['one', 'two'], use: 'selection-and-statistics' },
  ];
  for (const answer of answers) {
    expect(parseDeclaration(typedOf(answer), groups)).toEqual({ ok: true, answer });
  }
});
