import type { Arrangement, CaseFacts, CaseState, Entry, OpenEntry, WaitsFor } from './model.ts';

const hour = 3_600_000;

/** The hour in which an instant lies: all that is written unsealed of when something happened. */
export function hourOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / hour) * hour);
}

/** Where a case stands after an entry was added to it. Null: the entry changes nothing of that. */
export function afterEntry(
  state: CaseState,
  entry: Entry,
): { state: CaseState; waitsFor: WaitsFor } | null {
  switch (entry.kind) {
    case 'request':
      return { state: 'open', waitsFor: 'custodian' };
    case 'message': {
      // Who writes to a closed case opens it again; what was arranged stays arranged.
      const next = state === 'closed' ? 'open' : state;
      return { state: next, waitsFor: entry.by === 'candidate' ? 'custodian' : 'candidate' };
    }
    case 'proposal':
      return { state: 'proposed', waitsFor: 'candidate' };
    case 'answer':
      return entry.agrees
        ? { state: 'arranged', waitsFor: 'nobody' }
        : { state: 'open', waitsFor: 'custodian' };
    case 'closed':
      return { state: 'closed', waitsFor: 'nobody' };
    case 'proven':
    case 'readmitted':
      return null;
  }
}

/** The proposal that waits for the candidate's answer; null where there is none, or it was answered. */
export function openProposal(
  entries: readonly OpenEntry[],
): { id: string; arrangement: Arrangement; words: string } | null {
  const last = entries.findLast(({ entry }) =>
    ['proposal', 'answer', 'closed'].includes(entry.kind),
  );
  return last?.entry.kind === 'proposal' ? { id: last.id, ...last.entry } : null;
}

/** What was agreed last, with the row that makes it hold; null where nothing was. */
export function agreedArrangement(
  entries: readonly OpenEntry[],
): { arrangement: Arrangement; arrangementId: string | null } | null {
  const answer = entries.findLast(({ entry }) => entry.kind === 'answer' && entry.agrees)?.entry;
  if (answer?.kind !== 'answer') return null;
  const proposal = entries.find(({ id }) => id === answer.proposal)?.entry;
  if (proposal?.kind !== 'proposal') return null;
  return { arrangement: proposal.arrangement, arrangementId: answer.arrangementId };
}

/** Whether the address of the request was proven by signing in with it. */
export function provenAddress(entries: readonly OpenEntry[]): boolean {
  const request = entries.find(({ entry }) => entry.kind === 'request')?.entry;
  return entries.some(
    ({ entry }) =>
      entry.kind === 'proven' &&
      request?.kind === 'request' &&
      sameAddress(entry.email, request.email),
  );
}

export function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whether a candidate has waited longer for an answer than `replyHours`. */
export function isLate(
  { waitsFor, waitingSince }: Pick<CaseFacts, 'waitsFor' | 'waitingSince'>,
  now: Date,
  replyHours: number,
): boolean {
  return waitsFor === 'custodian' && now.getTime() - waitingSince.getTime() >= replyHours * hour;
}
