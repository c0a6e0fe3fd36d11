import type { EngineRule, Family, Severity } from '#hiring/check';
import { words } from './words.ts';

const rule = (name: string, severity: Severity): EngineRule => ({
  id: `check/${name}`,
  scope: 'engine',
  severity,
  fixable: false,
  ofDisk: false,
});

/** The linter's own switches: a posting is excused from a rule only knowingly. */
export const family: Family = {
  name: 'check',
  rules: [
    rule('bad-switch', 'warning'),
    rule('missing-reason', 'warning'),
    rule('unknown-rule', 'warning'),
    rule('unused-switch', 'warning'),
  ],
  words,
};
