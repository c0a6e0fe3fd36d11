import type { EngineRule, Family, Severity } from '#hiring/check';
import { words } from './words.ts';

const rule = (name: string, severity: Severity, shown = true): EngineRule => ({
  id: `check/${name}`,
  scope: 'engine',
  severity,
  fixable: false,
  shown,
});

/** What the linter was told not to look at, and what it does not look at by itself. */
export const family: Family = {
  name: 'check',
  rules: [
    rule('bad-switch', 'warning'),
    rule('missing-reason', 'warning'),
    rule('unknown-rule', 'warning'),
    rule('unused-switch', 'warning'),
    rule('not-read', 'warning', false),
  ],
  words,
};
