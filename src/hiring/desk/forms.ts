import { isUuid } from '#platform/ids';
import { type Reason, offeredReason } from './rules.ts';

/** Longest words to a candidate, in characters. */
export const wordsLimit = 2000;

/** Longest note, in characters. */
export const noteLimit = 5000;

/** Text fields of a form as they arrived. */
export type Typed = Readonly<Partial<Record<string, string>>>;

/** Fields of the screening form, in order: the names of their inputs. */
export const screeningFields = ['reason', 'words'] as const;
export type ScreeningProblems = { reason?: 'missing'; words?: 'missing' | 'long' };

export type ScreeningInput = {
  reason: Reason;
  words: string;
  /** Id of the latest decision on the page that the form was on; empty where there was none. */
  seen: string;
};

/** Reads the screening form; what cannot be used is told by field. */
export function parseScreening(
  typed: Typed,
): { ok: true; input: ScreeningInput } | { ok: false; problems: ScreeningProblems } {
  const reason = offeredReason(typed['reason']);
  const words = cleanText(typed['words']);
  const problems: ScreeningProblems = {};
  if (!reason) problems.reason = 'missing';
  if (words === '') problems.words = 'missing';
  else if (lengthOf(words) > wordsLimit) problems.words = 'long';
  if (!reason || problems.words) return { ok: false, problems };
  return { ok: true, input: { reason, words, seen: typed['seen'] ?? '' } };
}

export type NoteProblem = 'missing' | 'long';

/** Reads the note form. `key` names this sending, so that a double click makes one note. */
export function parseNote(
  typed: Typed,
): { ok: true; input: { body: string; key: string | null } } | { ok: false; problem: NoteProblem } {
  const body = cleanText(typed['note']);
  if (body === '') return { ok: false, problem: 'missing' };
  if (lengthOf(body) > noteLimit) return { ok: false, problem: 'long' };
  const key = typed['key'] ?? '';
  return { ok: true, input: { body, key: isUuid(key) ? key : null } };
}

/** Length of a typed text, in characters as people count them, nearly: an emoji is one. */
export function lengthOf(text: string | undefined): number {
  return Array.from(cleanText(text)).length;
}

/** A text of several lines, with line feeds and without what PostgreSQL cannot hold. */
function cleanText(text: string | undefined): string {
  return (text ?? '').toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
}
