import { type PayTable, defaultTimeZone, nextPayChange } from '#hiring/process-facts';
import type { Posting } from '../model.ts';

/** `draft` and `scheduled` postings are not public; `closed` ones stay readable, without a form. */
export type PostingState = 'draft' | 'scheduled' | 'open' | 'closing-soon' | 'closed' | 'evergreen';

export type Dated = Pick<Posting, 'archived' | 'draft' | 'facts'>;

const day = 86_400_000;

/**
 * Where a posting stands at an instant of the server's clock. It is open from `opensAt` on, and
 * closed from `closesAt` on; `closing-soon` covers the `closingSoonDays` (24 h each) before closing.
 */
export function postingState(posting: Dated, now: Date, closingSoonDays: number): PostingState {
  if (posting.draft) return 'draft';
  if (posting.archived) return 'closed';
  const { opensAt, closesAt, evergreen } = posting.facts ?? never;
  if (closesAt && now >= closesAt) return 'closed';
  if (opensAt && now < opensAt) return 'scheduled';
  if (evergreen) return 'evergreen';
  if (closesAt && now.getTime() >= closesAt.getTime() - closingSoonDays * day) {
    return 'closing-soon';
  }
  return 'open';
}

const never = { opensAt: null, closesAt: null, evergreen: false };

/** Whether the public may read a posting in this state. */
export function isPublic(state: PostingState): boolean {
  return state !== 'draft' && state !== 'scheduled';
}

/** The five stations of a posting, as those who publish it speak of them. */
export type Lifecycle = 'draft' | 'scheduled' | 'open' | 'closed' | 'archived';

/** At which station a posting is, at an instant of the server's clock. */
export function lifecycleOf(posting: Dated, now: Date): Lifecycle {
  return stationOf(posting, postingState(posting, now, 0));
}

/** The station of a posting whose state is known. */
export function stationOf(posting: Dated, state: PostingState): Lifecycle {
  if (state === 'closed') return posting.archived ? 'archived' : 'closed';
  return acceptsApplications(state) ? 'open' : (state as 'draft' | 'scheduled');
}

/** Whether candidates may apply in this state. */
export function acceptsApplications(state: PostingState): boolean {
  return state === 'open' || state === 'closing-soon' || state === 'evergreen';
}

/**
 * The closing date that is still true to say: none where the posting was archived before it came.
 */
export function closingDate(posting: Dated, now: Date): Date | null {
  const closesAt = posting.facts?.closesAt ?? null;
  return posting.archived && closesAt && closesAt > now ? null : closesAt;
}

/** The next instant at which `postingState` changes by the clock alone; `null` where it never does. */
export function nextTransition(posting: Dated, now: Date, closingSoonDays: number): Date | null {
  if (posting.archived || posting.draft) return null;
  const { opensAt, closesAt } = posting.facts ?? never;
  const soonAt = closesAt && new Date(closesAt.getTime() - closingSoonDays * day);
  const ahead = [opensAt, soonAt, closesAt].filter((at) => at !== null && at > now) as Date[];
  const first = ahead.toSorted((a, b) => a.getTime() - b.getTime())[0];
  return first ?? null;
}

/** The earliest of the postings' next transitions: until then, what depends on them stays true. */
export function nextTransitionOf(
  postings: readonly Dated[],
  now: Date,
  closingSoonDays: number,
): Date | null {
  let earliest: Date | null = null;
  for (const posting of postings) {
    const at = nextTransition(posting, now, closingSoonDays);
    if (at && (!earliest || at < earliest)) earliest = at;
  }
  return earliest;
}

/**
 * Until when what is said of the postings stays true: to the next transition, or until another pay
 * table comes into force in the zone of one of them.
 */
export function nextChangeOf(
  postings: readonly Dated[],
  now: Date,
  closingSoonDays: number,
  payTables: readonly PayTable[],
): Date | null {
  const zones = new Set(postings.map(({ facts }) => facts?.timeZone ?? defaultTimeZone));
  const ahead = [...zones]
    .map((zone) => nextPayChange(payTables, zone, now))
    .concat(nextTransitionOf(postings, now, closingSoonDays))
    .filter((at) => at !== null);
  return ahead.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
