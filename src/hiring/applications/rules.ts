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
