import { describe, expect, it } from 'vitest';
import type { PayTable } from '#hiring/process-facts';
import {
  closingDate,
  isPublic,
  lifecycleOf,
  nextChangeOf,
  nextTransition,
  nextTransitionOf,
  postingState,
} from './lifecycle.ts';

const at = (text: string): Date => new Date(text);
const dated = (opens: string | null, closes: string | null, evergreen = false) => ({
  archived: false,
  draft: false,
  facts: {
    opensAt: opens ? at(opens) : null,
    closesAt: closes ? at(closes) : null,
    evergreen,
    timeZone: null,
  },
});
const posting = dated('2026-03-01T14:00:00Z', '2026-03-31T06:59:00Z');

describe('postingState', () => {
  it.each([
    ['2026-03-01T13:59:59.999Z', 'scheduled'],
    ['2026-03-01T14:00:00.000Z', 'open'],
    ['2026-03-24T06:58:59.999Z', 'open'],
    ['2026-03-24T06:59:00.000Z', 'closing-soon'],
    ['2026-03-31T06:58:59.999Z', 'closing-soon'],
    ['2026-03-31T06:59:00.000Z', 'closed'],
  ])('at %s is %s', (now, state) => {
    expect(postingState(posting, at(now), 7)).toBe(state);
  });

  it('is closed when archived, whatever the dates say', () => {
    const archived = { ...dated(null, null, true), archived: true };
    expect(postingState(archived, at('2026-03-01T00:00:00Z'), 7)).toBe('closed');
  });

  it('is open without facts or dates, and evergreen when it says so', () => {
    expect(
      postingState({ archived: false, draft: false, facts: null }, at('2026-03-01T00:00:00Z'), 7),
    ).toBe('open');
    expect(postingState(dated(null, null, true), at('2026-03-01T00:00:00Z'), 7)).toBe('evergreen');
    const later = dated('2026-04-01T00:00:00Z', null, true);
    expect(postingState(later, at('2026-03-01T00:00:00Z'), 7)).toBe('scheduled');
  });

  it('closes soon from the start where it is open for less than the setting', () => {
    const short = dated('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z');
    expect(postingState(short, at('2026-03-01T00:00:00Z'), 7)).toBe('closing-soon');
    expect(postingState(short, at('2026-02-28T00:00:00Z'), 7)).toBe('scheduled');
  });
});

describe('nextTransition', () => {
  it('visits exactly the instants at which the state changes', () => {
    const seen: string[] = [];
    for (let now: Date | null = at('2026-01-01T00:00:00Z'); now;) {
      const next = nextTransition(posting, now, 7);
      if (next) {
        const before = postingState(posting, new Date(next.getTime() - 1), 7);
        seen.push(`${before}>${postingState(posting, next, 7)}`);
      }
      now = next;
    }
    expect(seen).toEqual(['scheduled>open', 'open>closing-soon', 'closing-soon>closed']);
  });

  it('is never for an archived posting, and the earliest of several', () => {
    const now = at('2026-01-01T00:00:00Z');
    const archived = { ...posting, archived: true };
    const sooner = dated('2026-02-01T00:00:00Z', null);
    expect(nextTransition(archived, now, 7)).toBeNull();
    expect(nextTransitionOf([archived, posting, sooner], now, 7)).toEqual(
      at('2026-02-01T00:00:00Z'),
    );
    expect(nextTransitionOf([archived], now, 7)).toBeNull();
  });
});

it('changes at midnight of its zone where another pay table comes into force before', () => {
  const table = (effective: string) => ({ effective }) as PayTable;
  const tables = [table('2026-02-15'), table('2026-06-01')];
  const inVancouver = { ...posting, facts: { ...posting.facts, timeZone: 'America/Vancouver' } };
  expect(nextChangeOf([inVancouver], at('2026-01-01T00:00:00Z'), 7, tables)).toEqual(
    at('2026-02-15T08:00:00Z'),
  );
  const opens = at('2026-03-01T14:00:00Z');
  expect(nextChangeOf([inVancouver], at('2026-02-15T08:00:00Z'), 7, tables)).toEqual(opens);
  expect(nextChangeOf([], at('2026-01-01T00:00:00Z'), 7, tables)).toBeNull();
});

it('does not say of a posting archived early that it closed on a day to come', () => {
  const archived = { ...posting, archived: true };
  expect(closingDate(archived, at('2026-03-10T00:00:00Z'))).toBeNull();
  expect(closingDate(archived, at('2026-04-10T00:00:00Z'))).toEqual(at('2026-03-31T06:59:00Z'));
  expect(closingDate(posting, at('2026-03-10T00:00:00Z'))).toEqual(at('2026-03-31T06:59:00Z'));
});

it('is a draft whatever else is said of it, until that is taken back', () => {
  const draft = { ...posting, draft: true };
  for (const now of ['2026-02-01', '2026-03-10', '2026-05-01']) {
    expect(postingState(draft, at(`${now}T00:00:00Z`), 7)).toBe('draft');
    expect(postingState({ ...draft, archived: true }, at(`${now}T00:00:00Z`), 7)).toBe('draft');
  }
  expect(nextTransition(draft, at('2026-02-01T00:00:00Z'), 7)).toBeNull();
  expect(isPublic('draft')).toBe(false);
  expect(isPublic('scheduled')).toBe(false);
  expect(isPublic('closed')).toBe(true);
});

it.each([
  ['2026-02-01T00:00:00Z', 'scheduled'],
  ['2026-03-01T14:00:00.000Z', 'open'],
  ['2026-03-31T06:58:59.999Z', 'open'],
  ['2026-03-31T06:59:00.000Z', 'closed'],
])('stands at one of five stations: at %s it is %s', (now, station) => {
  expect(lifecycleOf(posting, at(now))).toBe(station);
  expect(lifecycleOf({ ...posting, draft: true }, at(now))).toBe('draft');
  expect(lifecycleOf({ ...posting, archived: true }, at(now))).toBe('archived');
});
