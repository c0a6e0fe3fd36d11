import { describe, expect, it } from 'vitest';
import {
  type DeletionFacts,
  deletableFrom,
  dueAfter,
  extend,
  obstaclesTo,
  urgencyOf,
} from './rules.ts';
import { type Period, readPeriod } from './schedule/period.ts';

const at = (iso: string): Date => new Date(iso);
const period = (iso: string): Period => {
  const read = readPeriod(iso);
  if (!read) throw new Error(iso);
  return read;
};
const periods = { final: period('P30D'), minimum: period('P2Y'), undo: period('P1D') };
const now = at('2026-11-24T15:00:00Z');

describe('the clock', () => {
  const request = { dueAt: at('2026-12-01T12:00:00Z'), extension: null, closed: null };

  it('runs for thirty days', () => {
    expect(dueAfter(at('2026-11-24T15:00:00Z'))).toEqual(at('2026-12-24T15:00:00Z'));
  });

  it('is extended once, by thirty days at most, before the date', () => {
    expect(extend(request, 30, now)).toEqual({ ok: true, dueAt: at('2026-12-31T12:00:00Z') });
    expect(extend(request, 1, now)).toEqual({ ok: true, dueAt: at('2026-12-02T12:00:00Z') });
    const refused = (given: Partial<typeof request> | object, days: number, when = now) =>
      extend({ ...request, ...given }, days, when);
    for (const days of [0, 31, 1.5, Number.NaN]) {
      expect(refused({}, days)).toEqual({ ok: false, error: { kind: 'days' } });
    }
    expect(refused({ extension: {} }, 5)).toEqual({ ok: false, error: { kind: 'extended' } });
    expect(refused({ closed: {} }, 5)).toEqual({ ok: false, error: { kind: 'closed' } });
    expect(refused({}, 5, at('2026-12-01T12:00:01Z'))).toEqual({
      ok: false,
      error: { kind: 'late' },
    });
  });

  it.each([
    ['2026-11-24T14:59:59Z', 'overdue'],
    ['2026-11-25T15:00:00Z', 'tomorrow'],
    ['2026-12-01T15:00:00Z', 'soon'],
    ['2026-12-01T15:00:01Z', 'later'],
  ])('says of %s: %s', (due, urgency) => {
    expect(urgencyOf(at(due), now)).toBe(urgency);
  });
});

describe('deletion', () => {
  const free: DeletionFacts = {
    held: false,
    processOpen: false,
    requestOpen: false,
    decidedAt: at('2026-01-10T00:00:00Z'),
    lastUsedAt: at('2026-01-20T00:00:00Z'),
    consented: true,
    askedAt: at('2026-11-20T00:00:00Z'),
  };
  const kinds = (given: Partial<DeletionFacts>): string[] =>
    obstaclesTo({ ...free, ...given }, periods, now).map(({ kind }) => kind);

  it('is free once everything is over and its person consents', () => {
    expect(kinds({})).toEqual([]);
  });

  it.each<[Partial<DeletionFacts>, string]>([
    [{ held: true }, 'held'],
    [{ processOpen: true }, 'process-open'],
    [{ requestOpen: true }, 'request-open'],
    [{ decidedAt: at('2026-11-01T00:00:00Z') }, 'decision-not-final'],
    [{ consented: false }, 'minimum-retention'],
    [{ askedAt: at('2026-11-24T00:00:00Z') }, 'undo'],
  ])('waits while %o', (given, kind) => {
    expect(kinds(given)).toEqual([kind]);
  });

  it('needs no consent after two years without use', () => {
    expect(kinds({ consented: false, lastUsedAt: at('2024-11-24T14:59:59Z') })).toEqual([]);
  });

  it('tells the day on which the last obstacle falls, if all of them have one', () => {
    const facts = { ...free, consented: false, decidedAt: at('2026-11-01T00:00:00Z') };
    expect(deletableFrom(obstaclesTo(facts, periods, now))).toEqual(at('2028-01-20T00:00:00Z'));
    expect(deletableFrom(obstaclesTo({ ...facts, held: true }, periods, now))).toBeNull();
    expect(deletableFrom([])).toBeNull();
  });
});
