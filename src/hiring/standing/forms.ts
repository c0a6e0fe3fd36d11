import { isUuid } from '#platform/ids';
import { lengthOf, typedText } from '#ui/words';
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
  const body = typedText(typed['message']);
  if (body === '' && about === 'question') return { ok: false, problem: 'missing' };
  if (lengthOf(body) > messageLimit) return { ok: false, problem: 'long' };
  const { key } = typed;
  return { ok: true, input: { body, key: isUuid(key) ? key : null, about } };
}
