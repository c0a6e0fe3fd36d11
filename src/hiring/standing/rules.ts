import type { Agreed } from '#hiring/accommodation';
import { type Lang, formatIsoDate } from '#platform/i18n';
import type { ApplicationStatus } from '#hiring/applications';
import type { LeftNotice } from '#hiring/notices';
import type { Message, ShownEvent, ToldDecision } from './model.ts';

/** Where an application stands, in the cases that are told apart. */
export type Stand =
  /** Received, and its posting open: until an instant, or with no closing date. */
  | { kind: 'open'; until: Date }
  | { kind: 'open-ended' }
  | { kind: 'being-read' }
  | { kind: 'screened-in' | 'screened-out' }
  | { kind: 'withdrawn'; again: boolean };

/** `status` is what the candidate was told; `open` and `closesAt` hold for them. */
export function standOf(facts: {
  status: ApplicationStatus;
  open: boolean;
  closesAt: Date | null;
}): Stand {
  const { status, open, closesAt } = facts;
  if (status === 'withdrawn') return { kind: 'withdrawn', again: open };
  if (status !== 'received') return { kind: status };
  if (!open) return { kind: 'being-read' };
  return closesAt ? { kind: 'open', until: closesAt } : { kind: 'open-ended' };
}

/** Whether the candidate may leave the process: not twice, nor once they are out of it. */
export function mayWithdraw(status: ApplicationStatus): boolean {
  return status === 'received' || status === 'screened-in';
}

/** An informal discussion of the decision to eliminate somebody: can be asked for, was, or too late. */
export type Discussion =
  | { kind: 'offered'; lastDay: string }
  | { kind: 'asked'; at: Date }
  | { kind: 'over'; lastDay: string };

/**
 * What there is to say of an informal discussion; null where nobody was eliminated or none is ever
 * held (`days` 0). It can be asked for on the day on which the notice left and on `days` calendar
 * days after it, by the clocks of the process's zone.
 */
export function discussionOf(facts: {
  /** The one told last first. */
  decisions: readonly Pick<ToldDecision, 'outcome' | 'toldAt'>[];
  messages: readonly Message[];
  days: number;
  now: Date;
  timeZone: string;
}): Discussion | null {
  const { decisions, messages, days, now, timeZone } = facts;
  const [latest] = decisions;
  if (latest?.outcome !== 'screened-out' || days === 0) return null;
  const asked = messages.find(
    ({ about, writtenAt }) => about === 'informal-discussion' && writtenAt >= latest.toldAt,
  );
  if (asked) return { kind: 'asked', at: asked.writtenAt };
  const day = new Date(`${formatIsoDate(latest.toldAt, timeZone)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  const lastDay = day.toISOString().slice(0, 10);
  const kind = formatIsoDate(now, timeZone) <= lastDay ? 'offered' : 'over';
  return { kind, lastDay };
}

/** Whether a request for an informal discussion waits for an answer; `messages` earliest first. */
export function asksForDiscussion(messages: readonly Message[]): boolean {
  const answered = messages.findLastIndex(({ from }) => from === 'team');
  return messages.slice(answered + 1).some(({ about }) => about === 'informal-discussion');
}

/** Something in the timeline. */
export type Happening =
  | { kind: ShownEvent['kind']; at: Date }
  | { kind: 'asked' | 'asked-discussion' | 'answered'; at: Date }
  | { kind: 'notice'; at: Date; id: string; subject: string; lang: Lang }
  | { kind: 'told'; at: Date; outcome: ToldDecision['outcome']; id: string }
  | { kind: 'agreed'; at: Date; agreed: Agreed };

/** Everything that happened, latest first. A notice of a decision tells of the decision. */
export function timelineOf(facts: {
  events: readonly ShownEvent[];
  messages: readonly Message[];
  notices: readonly LeftNotice[];
  decisions: readonly ToldDecision[];
  agreed: readonly Agreed[];
}): Happening[] {
  const { events, messages, notices, decisions, agreed } = facts;
  const outcomes = new Map(decisions.map(({ id, outcome }) => [id, outcome]));
  const all: Happening[] = [
    ...notices.map(({ id, subject, lang, leftAt: at, decisionId }): Happening => {
      const outcome = decisionId === null ? undefined : outcomes.get(decisionId);
      return outcome
        ? { kind: 'told', at, outcome, id }
        : { kind: 'notice', at, id, subject, lang };
    }),
    ...messages.map(({ from, about, writtenAt: at }): Happening => {
      if (from === 'team') return { kind: 'answered', at };
      return { kind: about === 'question' ? 'asked' : 'asked-discussion', at };
    }),
    ...events.map(({ kind, at }): Happening => ({ kind, at })),
    // The day is all that is known; noon of it stands in most zones on the same one.
    ...agreed.map((one): Happening => ({ kind: 'agreed', at: noonOf(one.day), agreed: one })),
  ];
  return all.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
