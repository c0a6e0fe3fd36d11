import { describe, expect, it } from 'vitest';
import { arrivals, workingMoment } from './schedule.ts';

const hour = 3_600_000;

describe('arrivals', () => {
  it.each([
    ['months', new Date('2026-03-02T14:00:00Z')],
    ['an hour', new Date('2026-11-24T16:00:00Z')],
  ])('stay in order, apart and inside a posting open for %s', (_, from) => {
    const until = new Date('2026-11-24T17:00:00Z');
    const times = arrivals(from, until, 60).map((at) => at.getTime());
    expect(new Set(times).size).toBe(60);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(from.getTime());
    expect(times.at(-1)).toBeLessThan(until.getTime());
  });
});

describe('workingMoment', () => {
  const now = new Date('2026-11-24T17:00:00Z');

  it('is on a weekday, in office hours', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const moment = workingMoment(new Date('2026-05-01T20:00:00Z'), 1 + (seed % 9), seed, now);
      expect([1, 2, 3, 4, 5]).toContain(moment.getUTCDay());
      expect(moment.getUTCHours()).toBeGreaterThanOrEqual(14);
      expect(moment.getUTCHours()).toBeLessThanOrEqual(20);
    }
  });

  it('is before now, however little time there was', () => {
    const arrived = new Date(now.getTime() - hour);
    const first = workingMoment(arrived, 3, 5, now);
    const second = workingMoment(first, 3, 5, now);
    expect(first.getTime()).toBeGreaterThan(arrived.getTime());
    expect(second.getTime()).toBeGreaterThan(first.getTime());
    expect(second.getTime()).toBeLessThan(now.getTime());
  });
});
