import { describe, expect, it } from 'vitest';
import { type FactRule, factRuleOf } from './fact-rule.ts';
import { processFactsSchema } from './facts.ts';
import { profileLetters } from './seats.ts';

const both = (text: string) => ({ en: text, fr: text });

function broken(written: object): [string, FactRule][] {
  const { error } = processFactsSchema.safeParse(written);
  return (error?.issues ?? []).map((issue) => {
    const found = issue.path.reduce<unknown>((at, key) => (at as never)?.[key], written);
    return [issue.path.join('.'), factRuleOf(issue, found)];
  });
}

const seat = (profile: unknown) => ({
  seats: [{ language: { requirement: 'bilingual', imperative: true, profile } }],
});
const CBC = { reading: 'C', writing: 'B', oral: 'C' };
const BBB = { reading: 'B', writing: 'B', oral: 'B' };

describe('process facts', () => {
  it('may all be absent', () => {
    expect(processFactsSchema.parse({})).toEqual({
      evergreen: false,
      opensAt: null,
      closesAt: null,
      timeZone: null,
    });
  });

  it('read a profile written once as the same in both languages', () => {
    const once = processFactsSchema.parse(seat(CBC)).seats?.[0]?.language.profile;
    expect(once).toEqual({ english: CBC, french: CBC });
    const apart = processFactsSchema.parse(seat({ english: CBC, french: BBB }));
    expect(profileLetters(apart.seats![0]!.language.profile!)).toBe('CBC/BBB');
  });

  it('want a profile whole, and once', () => {
    const at = 'seats.0.language.profile';
    expect(broken(seat({ reading: 'C', oral: 'C' }))).toEqual([[`${at}.writing`, 'missing']]);
    expect(broken(seat({ english: CBC }))).toEqual([[`${at}.french`, 'missing']]);
    expect(broken(seat({ ...CBC, english: CBC, french: CBC }))).toEqual([
      [`${at}.english`, 'profile-twice'],
    ]);
    expect(broken(seat({ ...CBC, oral: 'D' }))).toEqual([[`${at}.oral`, 'not-one-of']]);
  });

  it('read a level as standards write it, and nothing else as a level', () => {
    const level = (value: unknown) => ({ classification: { group: 'IT', level: value } });
    expect(processFactsSchema.parse(level('05')).classification?.level).toBe(5);
    for (const value of [null, true, 'five', '']) {
      expect(broken(level(value)), String(value)).toEqual([
        ['classification.level', 'not-a-number'],
      ]);
    }
  });

  it.each<[string, object, [string, FactRule][]]>([
    [
      'the same id twice',
      {
        criteria: [
          { id: 'a', kind: 'asset', text: both('x') },
          { id: 'a', kind: 'essential', text: both('y') },
        ],
      },
      [['criteria.1.id', 'duplicate-id']],
    ],
    [
      'an id that cannot be referred to',
      { criteria: [{ id: 'Two words', kind: 'asset', text: both('x') }] },
      [['criteria.0.id', 'not-an-id']],
    ],
    [
      'a criterion in one language',
      { criteria: [{ id: 'a', kind: 'asset', text: { en: 'x' } }] },
      [['criteria.0.text.fr', 'missing']],
    ],
    [
      'a notice that ends before it begins',
      { notices: [{ id: 'a', effective: '2026-02-01', expires: '2026-01-31' }] },
      [['notices.0.expires', 'expires-before-effective']],
    ],
    [
      'a day that does not exist',
      { notices: [{ id: 'a', effective: '2026-02-30' }] },
      [['notices.0.effective', 'not-a-day']],
    ],
    [
      'reports of nobody',
      { supervision: { kind: 'none', reports: { min: 1, max: 2 } } },
      [['supervision.reports', 'reports-without-supervision']],
    ],
    [
      'more reports at least than at most',
      { supervision: { kind: 'required', reports: { min: 4, max: 3 } } },
      [['supervision.reports', 'reports-min-above-max']],
    ],
    [
      'an address without its domain',
      { contacts: { general: { email: 'jobs' } } },
      [['contacts.general.email', 'not-an-email']],
    ],
    [
      'a local area without its words',
      { areaOfSelection: { kind: 'internal', geographic: { national: false } } },
      [['areaOfSelection.geographic.words', 'missing']],
    ],
    ['no seat in the list', { seats: [] }, [['seats', 'wrong-count']]],
    [
      'too many words',
      { unit: both('x'.repeat(501)) },
      [
        ['unit.en', 'too-long'],
        ['unit.fr', 'too-long'],
      ],
    ],
    [
      'a pool of no months',
      { pool: { intended: true, validMonths: 0 } },
      [['pool.validMonths', 'out-of-range']],
    ],
  ])('refuse %s', (_, written, rules) => {
    expect(broken(written)).toEqual(rules);
  });
});
