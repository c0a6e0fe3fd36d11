import type { RequestKind } from './model.ts';
import { type Period, after } from './schedule/period.ts';

/** Days within which a request is answered, and most days that it may be extended by (Privacy Act, ss. 14 and 15). */
export const answerDays = 30;

/** Years in which recipients of what is corrected are told (Privacy Act, s. 12(2)(c)). */
export const recipientYears = 2;

const dayMs = 86_400_000;

export function dueAfter(askedAt: Date): Date {
  return new Date(askedAt.getTime() + answerDays * dayMs);
}

/** A new date from a number of days more, from 1 to 30; once only, and before the first has passed. */
export function extend(
  request: { dueAt: Date; extension: object | null; closed: object | null },
  days: number,
  now: Date,
):
  | { ok: true; dueAt: Date }
  | { ok: false; error: { kind: 'closed' | 'extended' | 'late' | 'days' } } {
  if (request.closed) return { ok: false, error: { kind: 'closed' } };
  if (request.extension) return { ok: false, error: { kind: 'extended' } };
  if (now > request.dueAt) return { ok: false, error: { kind: 'late' } };
  if (!Number.isInteger(days) || days < 1 || days > answerDays) {
    return { ok: false, error: { kind: 'days' } };
  }
  return { ok: true, dueAt: new Date(request.dueAt.getTime() + days * dayMs) };
}

export type Urgency = 'overdue' | 'tomorrow' | 'soon' | 'later';

/** How close the date is: a day, a week. */
export function urgencyOf(dueAt: Date, now: Date): Urgency {
  const left = dueAt.getTime() - now.getTime();
  if (left < 0) return 'overdue';
  if (left <= dayMs) return 'tomorrow';
  return left <= 7 * dayMs ? 'soon' : 'later';
}

/** Requests that a person has to answer: the others are answered by themselves. */
export function needsAnswer(kind: RequestKind): boolean {
  return kind === 'access' || kind === 'correction';
}

/** Why something cannot be deleted yet, and until when; null where no date is known. */
export type Obstacle = {
  kind:
    | 'held'
    | 'process-open'
    | 'request-open'
    | 'decision-not-final'
    | 'minimum-retention'
    | 'undo';
  until: Date | null;
};

export type DeletionFacts = {
  held: boolean;
  /** The posting still takes applications, or its person was told of no decision on this one yet. */
  processOpen: boolean;
  /** A request to see or correct it is not answered yet. */
  requestOpen: boolean;
  /** The last decision that its person was told of, if any. */
  decidedAt: Date | null;
  lastUsedAt: Date;
  consented: boolean;
  /** When it was asked; null before. */
  askedAt: Date | null;
};

/** The periods that decide about deletion, from the schedule. */
export type DeletionPeriods = { final: Period; minimum: Period; undo: Period };

/** Everything that stands in the way of deleting an application now; empty: it can go. */
export function obstaclesTo(facts: DeletionFacts, periods: DeletionPeriods, now: Date): Obstacle[] {
  const until = (kind: Obstacle['kind'], from: Date | null, period: Period): Obstacle[] => {
    if (!from) return [];
    const end = after(from, period);
    return end > now ? [{ kind, until: end }] : [];
  };
  const open = (kind: Obstacle['kind'], is: boolean): Obstacle[] =>
    is ? [{ kind, until: null }] : [];
  return [
    ...open('held', facts.held),
    ...open('process-open', facts.processOpen),
    ...open('request-open', facts.requestOpen),
    ...until('decision-not-final', facts.decidedAt, periods.final),
    // While it is in use, a date would only tell when somebody last worked on it.
    ...(facts.consented || facts.processOpen
      ? []
      : until('minimum-retention', facts.lastUsedAt, periods.minimum)),
    ...until('undo', facts.askedAt, periods.undo),
  ];
}

/** The day from which it can be deleted, where every obstacle has one. */
export function deletableFrom(obstacles: readonly Obstacle[]): Date | null {
  const dates = obstacles.map(({ until }) => until?.getTime() ?? Number.NaN);
  const last = Math.max(...dates);
  return Number.isFinite(last) ? new Date(last) : null;
}
