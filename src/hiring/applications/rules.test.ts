import { describe, expect, it } from 'vitest';
import { judgeClosing } from './rules.ts';

const closesAt = new Date('2026-12-01T07:59:00Z');
const before = new Date(closesAt.getTime() - 1);
const minutesAfter = (minutes: number): Date => new Date(closesAt.getTime() + minutes * 60_000);

describe('judgeClosing', () => {
  const judge = (openedAt: Date, now: Date, graceMinutes = 15) =>
    judgeClosing({ closesAt, openedAt, now, graceMinutes });

  it('accepts until the last millisecond before closing', () => {
    expect(judge(before, before)).toBe('in-time');
  });

  it('closes at the exact instant, with grace for a form opened before it', () => {
    expect(judge(before, closesAt)).toBe('within-grace');
    expect(judge(before, new Date(minutesAfter(15).getTime() - 1))).toBe('within-grace');
    expect(judge(before, minutesAfter(15))).toBe('too-late');
  });

  it('gives no grace to a form opened at closing or later', () => {
    expect(judge(closesAt, minutesAfter(1))).toBe('too-late');
  });

  it('gives none at all where the setting is 0', () => {
    expect(judge(before, closesAt, 0)).toBe('too-late');
  });

  it('never closes without a closing date', () => {
    const now = new Date('2999-01-01T00:00:00Z');
    expect(judgeClosing({ closesAt: null, openedAt: before, now, graceMinutes: 0 })).toBe(
      'in-time',
    );
  });
});
