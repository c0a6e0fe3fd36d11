import { isUuid } from '#platform/ids';

/** Longest question and longest answer, in characters. */
export const messageLimit = 3000;

export type MessageProblem = 'missing' | 'long';

/** A message as it was typed: `key` names the sending, so that a double click sends one. */
export type TypedMessage = Readonly<Partial<Record<string, string>>>;

/** Reads the form of a question or of an answer. */
export function parseMessage(
  typed: TypedMessage,
):
  | { ok: true; input: { body: string; key: string | null } }
  | { ok: false; problem: MessageProblem } {
  const body = cleaned(typed['message']);
  if (body === '') return { ok: false, problem: 'missing' };
  if (lengthOf(body) > messageLimit) return { ok: false, problem: 'long' };
  const { key } = typed;
  return { ok: true, input: { body, key: isUuid(key) ? key : null } };
}

/** Length in characters as people count them, nearly: an emoji is one. */
export function lengthOf(text: string | undefined): number {
  return Array.from(cleaned(text)).length;
}

function cleaned(text: string | undefined): string {
  return (text ?? '').toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
}
