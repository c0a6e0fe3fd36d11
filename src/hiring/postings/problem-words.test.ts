import { describe, expect, it } from 'vitest';
import { langs } from '#platform/i18n';
import en from './messages/en.json' with { type: 'json' };
import { problemWords } from './problem-words.ts';
import type { FactRule } from '#hiring/process-facts';
import type { ProblemReason, YamlHint } from './problem.ts';

const hints: YamlHint[] = ['tab', 'quote', 'colon', 'indent', 'duplicate', 'character', 'other'];
const plainReasons: ProblemReason[] = [
  { kind: 'unreadable', code: 'EACCES' },
  { kind: 'merge-conflict' },
  { kind: 'too-large', bytes: 2_000_000 },
  { kind: 'missing-pair', key: 'k', missing: 'fr', near: null },
  { kind: 'missing-pair', key: 'k', missing: 'en', near: 'en/a.md' },
  { kind: 'duplicate-translation-key', key: 'k', others: ['en/a.md', 'en/b.md'] },
  { kind: 'facts-differ', field: 'pay.max', other: 'fr/a.md' },
  { kind: 'bad-fact', field: '', rule: 'not-fields', value: '', allowed: [] },
  {
    kind: 'bad-fact',
    field: 'workMode',
    rule: 'not-one-of',
    value: 'x',
    allowed: ['remote', 'hybrid'],
  },
];
const reasons = [
  ...plainReasons,
  ...hints.map((hint): ProblemReason => ({ kind: 'bad-yaml', hint, text: 'x' })),
];

describe.each(langs)('problems in %s', (lang) => {
  it.each(reasons)('$kind: what is in the way, and what to do', (reason) => {
    const { reason: said, remedy } = problemWords(reason, lang);
    for (const sentence of [said, remedy]) {
      expect(sentence).toMatch(/^\P{Ll}.*[.>]$/u);
      expect(sentence).not.toMatch(/[{}]|undefined|none|null/);
    }
  });
});

it('quotes what the author has to look for', () => {
  const words = (reason: ProblemReason) => Object.values(problemWords(reason, 'fr')).join(' ');
  expect(words(plainReasons[1]!)).toContain('<<<<<<<, ======= et >>>>>>>');
  expect(words(plainReasons[2]!)).toContain('2\u00A0000\u00A0000');
  expect(words(plainReasons[4]!)).toContain('en/a.md');
  expect(words(plainReasons[5]!)).toContain('en/a.md, en/b.md');
  expect(words(plainReasons[8]!)).toContain('remote, hybrid');
});

it('has words for every rule of facts', () => {
  const rules = Object.keys(en).flatMap((key) => {
    const rule = /^rule\.(.*)\.reason$/.exec(key)?.[1];
    return rule === undefined ? [] : [rule];
  });
  expect(rules.length).toBe(27);
  for (const rule of rules) {
    const reason: ProblemReason = {
      kind: 'bad-fact',
      field: 'f',
      rule: rule as FactRule,
      value: 'v',
      allowed: ['a'],
    };
    for (const lang of langs) expect(problemWords(reason, lang).remedy).not.toMatch(/[{}]/);
  }
});
