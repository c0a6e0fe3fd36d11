import { lengthOf, typedText } from '#ui/words';

/** Longest reason, in characters. */
export const reasonLimit = 2000;

export type ReasonProblem = 'missing' | 'long';

/** Reads a reason: some words, not too many. */
export function parseReason(
  typed: string | undefined,
): { ok: true; reason: string } | { ok: false; problem: ReasonProblem } {
  const reason = typedText(typed);
  if (reason === '') return { ok: false, problem: 'missing' };
  if (lengthOf(reason) > reasonLimit) return { ok: false, problem: 'long' };
  return { ok: true, reason };
}
