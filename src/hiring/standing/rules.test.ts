import { describe, expect, it } from 'vitest';
import type { LeftNotice } from '#hiring/notices';
import type { Message, ToldDecision } from './model.ts';
import { discussionOf, mayWithdraw, standOf, timelineOf } from './rules.ts';

const until = new Date('2026-12-01T06:59:00Z');

it.each([
  ['received', true, until, { kind: 'open', until }],
  ['received', true, null, { kind: 'open-ended' }],
  ['received', false, until, { kind: 'being-read' }],
  ['screened-in', true, until, { kind: 'screened-in' }],
  ['screened-out', false, null, { kind: 'screened-out' }],
  ['withdrawn', true, until, { kind: 'withdrawn', again: true }],
  ['withdrawn', false, until, { kind: 'withdrawn', again: false }],
] as const)('%s, open %s: where it stands', (status, open, closesAt, stand) => {
  expect(standOf({ status, open, closesAt })).toEqual(stand);
});

it('lets people out of a process that they are in', () => {
  expect(
    (['received', 'screened-in', 'screened-out', 'withdrawn'] as const).map(mayWithdraw),
  ).toEqual([true, true, false, false]);
});

describe('an informal discussion', () => {
  // Half past eleven in the evening of November 9 in Toronto, in winter time.
  const toldAt = new Date('2026-11-10T04:30:00Z');
  const told = { outcome: 'screened-out', toldAt } as const;
  const asked = (about: Message['about'], writtenAt: Date): Message => ({
    id: 'a',
    body: '',
    from: 'candidate',
    about,
    writtenAt,
  });
  const base = {
    decisions: [told],
    messages: [],
    days: 15,
    now: toldAt,
    timeZone: 'America/Toronto',
  };

  it('can be asked for until the end of the last day, where the process is', () => {
    const offered = { kind: 'offered', lastDay: '2026-11-24' };
    expect(discussionOf(base)).toEqual(offered);
    expect(discussionOf({ ...base, now: new Date('2026-11-25T04:59:59Z') })).toEqual(offered);
    const late = { ...base, now: new Date('2026-11-25T05:00:00Z') };
    expect(discussionOf(late)).toEqual({ kind: 'over', lastDay: '2026-11-24' });
    expect(discussionOf({ ...base, timeZone: 'UTC' })).toMatchObject({ lastDay: '2026-11-25' });
    // Over the end of a month, a year and summer time.
    const spring = { outcome: 'screened-out', toldAt: new Date('2027-02-28T20:00:00Z') } as const;
    expect(discussionOf({ ...base, decisions: [spring], now: spring.toldAt })).toMatchObject({
      lastDay: '2027-03-15',
    });
  });

  it('is of an elimination that was told last, and of no other decision', () => {
    const kept = { outcome: 'screened-in', toldAt } as const;
    expect(discussionOf({ ...base, decisions: [] })).toBeNull();
    expect(discussionOf({ ...base, decisions: [kept, told] })).toBeNull();
    expect(discussionOf({ ...base, decisions: [told, kept] })).toMatchObject({ kind: 'offered' });
    expect(discussionOf({ ...base, days: 0 })).toBeNull();
  });

  it('is asked for once a decision; a question is no such request', () => {
    const later = new Date(toldAt.getTime() + 1000);
    const earlier = new Date(toldAt.getTime() - 1000);
    const of = (message: Message) => discussionOf({ ...base, messages: [message] })?.kind;
    expect(of(asked('informal-discussion', later))).toBe('asked');
    expect(of(asked('informal-discussion', earlier))).toBe('offered');
    expect(of(asked('question', later))).toBe('offered');
  });
});

it('lists what happened, latest first, each thing once', () => {
  const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour));
  const notice = (id: string, hour: number, decisionId: string | null): LeftNotice => ({
    template: 'update',
    id,
    subject: `Notice ${id}`,
    body: '',
    lang: 'en',
    leftAt: at(hour),
    decisionId,
  });
  const decisions = [{ id: 'd', outcome: 'screened-in' }] as ToldDecision[];
  const found = timelineOf({
    events: [
      { kind: 'changed', at: at(3) },
      { kind: 'submitted', at: at(1) },
    ],
    messages: [
      { id: 'm', body: 'x', from: 'team', about: 'question', writtenAt: at(9) },
      { id: 'n', body: 'x', from: 'candidate', about: 'informal-discussion', writtenAt: at(8) },
      { id: 'o', body: 'x', from: 'candidate', about: 'question', writtenAt: at(2) },
    ],
    notices: [notice('of-decision', 7, 'd'), notice('news', 4, null)],
    decisions,
    agreed: [{ day: '2026-11-23', told: null, closesAt: null }],
  });
  expect(found.map(({ kind }) => kind)).toEqual([
    'answered',
    'asked-discussion',
    'told',
    'notice',
    'changed',
    'asked',
    'submitted',
    'agreed',
  ]);
  expect(found[2]).toMatchObject({ outcome: 'screened-in', id: 'of-decision' });
});
