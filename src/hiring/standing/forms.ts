import { isUuid } from '#platform/ids';
import type { About } from './model.ts';

/** Longest question and longest answer, in characters. */
export const messageLimit = 3000;

export type MessageProblem = 'missing' | 'long';

/** A message as it was typed: `key` names the sending, so that a double click sends one. */
export type TypedMessage = Readonly<Partial<Record<string, string>>>;

/** What the form of a candidate asks for. */
export function aboutOf(typed: TypedMessage): About {
  return typed['about'] === 'informal-discussion' ? 'informal-discussion' : 'question';
}

/**
 * Reads the form of a question, of an answer, or of a request for an informal discussion, which
 * needs no words.
 */
export function parseMessage(
  typed: TypedMessage,
  about: About = 'question',
):
  | { ok: true; input: { body: string; key: string | null; about: About } }
  | { ok: false; problem: MessageProblem } {
  const body = cleaned(typed['message']);
  if (body === '' && about === 'question') return { ok: false, problem: 'missing' };
  if (lengthOf(body) > messageLimit) return { ok: false, problem: 'long' };
  const { key } = typed;
  return { ok: true, input: { body, key: isUuid(key) ? key : null, about } };
}

/** Length in characters as people count them, nearly: an emoji is one. */
export function lengthOf(text: string | undefined): number {
  return Array.from(cleaned(text)).length;
}

function cleaned(text: string | undefined): string {
  return (text ?? '').toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
}
