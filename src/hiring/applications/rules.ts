/** How the moment of sending stands to the closing instant. */
export type ClosingVerdict = 'in-time' | 'within-grace' | 'too-late';

/**
 * Decides whether a form may still be sent, by the server's clock alone.
 *
 * A form opened before the closing instant is accepted for `graceMinutes` after it, so that a slow
 * line or a corrected field does not cost someone their application; one opened later is not.
 * `closesAt` null means that the posting has no closing date.
 */
export function judgeClosing(facts: {
  closesAt: Date | null;
  openedAt: Date;
  now: Date;
  graceMinutes: number;
}): ClosingVerdict {
  const { closesAt, openedAt, now, graceMinutes } = facts;
  if (!closesAt || now < closesAt) return 'in-time';
  const graceEnds = closesAt.getTime() + graceMinutes * 60_000;
  return openedAt < closesAt && now.getTime() < graceEnds ? 'within-grace' : 'too-late';
}

/** The closing instant for one person: the posting's, or the later one that was agreed with them. */
export function closingFor(closesAt: Date | null, later: Date | null): Date | null {
  return closesAt && later && later > closesAt ? later : closesAt;
}

/** Whether a posting is still open to the person with whom a later closing instant was agreed. */
export function isExtended(posting: { archived: boolean }, later: Date | null, now: Date): boolean {
  return !posting.archived && later !== null && now < later;
}
