import { expect, it } from 'vitest';
import { nextAnnouncement } from './rules.ts';

const open = { isOpen: true, versionHash: 'b' };
const shut = { isOpen: false, versionHash: 'b' };

it.each([
  [null, open, 'opened'],
  [null, shut, null],
  [{ kind: 'opened', versionHash: 'b' }, open, null],
  [{ kind: 'opened', versionHash: 'a' }, open, 'changed'],
  [{ kind: 'changed', versionHash: 'b' }, open, null],
  [{ kind: 'changed', versionHash: 'b' }, shut, 'closed'],
  [{ kind: 'opened', versionHash: 'a' }, shut, 'closed'],
  [{ kind: 'closed', versionHash: 'a' }, shut, null],
  [{ kind: 'closed', versionHash: 'a' }, open, 'opened'],
] as const)('after %j and now %j says %s', (last, now, kind) => {
  expect(nextAnnouncement(last, now)).toBe(kind);
});
