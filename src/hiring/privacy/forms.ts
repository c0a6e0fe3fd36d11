import { z } from 'zod';
import { type CorrectedItem, correctedItems } from './model.ts';

/** Text fields of a form by name, as they came. */
export type Typed = Readonly<Partial<Record<string, string>>>;

/** Longest text of a request or an answer, in characters. */
export const wordsLimit = 4000;

type Parsed<Input, Problems> = { ok: true; input: Input } | { ok: false; problems: Problems };

/** Problems by field. */
export type AskProblems = {
  application?: true;
  item?: true;
  asked?: 'missing' | 'long';
  scope?: true;
};

export function parseAccess(typed: Typed): Parsed<{ asked: string }, AskProblems> {
  const asked = words(typed['asked']);
  return asked.ok
    ? { ok: true, input: { asked: asked.text } }
    : { ok: false, problems: { asked: asked.problem } };
}

/** `applications`: ids that may be chosen; "none" is a choice too. */
export function parseCorrection(
  typed: Typed,
  applications: readonly string[],
): Parsed<{ item: CorrectedItem; applicationId: string | null; asked: string }, AskProblems> {
  const asked = words(typed['asked']);
  const item = correctedItems.find((one) => one === typed['item']);
  const chosen = applications.length === 0 ? 'none' : typed['application'];
  const known = chosen === 'none' || applications.some((id) => id === chosen);
  if (asked.ok && item && known) {
    const applicationId = chosen === 'none' || chosen === undefined ? null : chosen;
    return { ok: true, input: { item, applicationId, asked: asked.text } };
  }
  return {
    ok: false,
    problems: {
      ...(!known && { application: true }),
      ...(!item && { item: true }),
      ...(!asked.ok && { asked: asked.problem }),
    },
  };
}

/** The scope is "all" or the id of an application. */
export function parseDeletion(
  typed: Typed,
  applications: readonly string[],
): Parsed<{ applicationId: string | null; consented: boolean }, AskProblems> {
  const scope = typed['scope'];
  const consented = typed['consent'] === 'yes';
  if (scope === 'all') return { ok: true, input: { applicationId: null, consented } };
  const applicationId = applications.find((id) => id === scope);
  return applicationId
    ? { ok: true, input: { applicationId, consented } }
    : { ok: false, problems: { scope: true } };
}

export type AnswerProblems = { outcome?: true; value?: true; answer?: 'missing' | 'long' };

/** An answer of staff. What is corrected of a name or number has to be given as it should read. */
export function parseAnswer(
  typed: Typed,
  item: CorrectedItem | null,
): Parsed<{ outcome: 'done' | 'refused'; answer: string; value: string }, AnswerProblems> {
  const outcome = (['done', 'refused'] as const).find((one) => one === typed['outcome']);
  const answer = words(typed['answer']);
  const value = (typed['value'] ?? '').trim().slice(0, wordsLimit);
  const valueMissing = outcome === 'done' && item !== null && value === '';
  if (outcome && answer.ok && !valueMissing) {
    return { ok: true, input: { outcome, answer: answer.text, value } };
  }
  return {
    ok: false,
    problems: {
      ...(!outcome && { outcome: true }),
      ...(valueMissing && { value: true }),
      ...(!answer.ok && { answer: answer.problem }),
    },
  };
}

export type ExtendProblems = { days?: true; reason?: true };

export function parseExtension(
  typed: Typed,
): Parsed<{ days: number; reason: string }, ExtendProblems> {
  const days = Number((typed['days'] ?? '').trim() || Number.NaN);
  const reason = words(typed['reason']);
  const daysFine = Number.isInteger(days) && days >= 1 && days <= 30;
  if (daysFine && reason.ok) return { ok: true, input: { days, reason: reason.text } };
  return {
    ok: false,
    problems: { ...(!daysFine && { days: true }), ...(!reason.ok && { reason: true }) },
  };
}

export type HoldProblems = {
  target?: true;
  posting?: 'unknown-process' | 'held-already';
  person?: 'unknown-candidate' | 'held-already';
  reason?: true;
};

export type HoldInput = { reason: string } & ({ postingId: string } | { person: string });

export function parseHold(typed: Typed): Parsed<HoldInput, HoldProblems> {
  const reason = words(typed['reason']);
  const target = (['process', 'person'] as const).find((one) => one === typed['target']);
  const postingId = (typed['posting'] ?? '').trim();
  const person = (typed['person'] ?? '').trim().slice(0, 254);
  const problems: HoldProblems = {
    ...(!target && { target: true }),
    ...(target === 'process' && postingId === '' && { posting: 'unknown-process' }),
    ...(target === 'person' && person === '' && { person: 'unknown-candidate' }),
    ...(!reason.ok && { reason: true }),
  };
  if (!reason.ok || !target || Object.keys(problems).length > 0) return { ok: false, problems };
  const input = { reason: reason.text };
  return {
    ok: true,
    input: target === 'process' ? { ...input, postingId } : { ...input, person },
  };
}

export type DisclosureProblems = { recipient?: true; email?: true; what?: true };

export function parseDisclosure(
  typed: Typed,
): Parsed<{ recipient: string; email: string; what: string }, DisclosureProblems> {
  const recipient = (typed['recipient'] ?? '').trim().slice(0, 200);
  const email = (typed['email'] ?? '').trim();
  const what = words(typed['what']);
  const problems: DisclosureProblems = {
    ...(recipient === '' && { recipient: true }),
    ...(!z.email().max(254).safeParse(email).success && { email: true }),
    ...(!what.ok && { what: true }),
  };
  return what.ok && Object.keys(problems).length === 0
    ? { ok: true, input: { recipient, email, what: what.text } }
    : { ok: false, problems };
}

function words(
  text: string | undefined,
): { ok: true; text: string } | { ok: false; problem: 'missing' | 'long' } {
  const trimmed = (text ?? '').replaceAll('\r\n', '\n').trim();
  if (trimmed === '') return { ok: false, problem: 'missing' };
  return trimmed.length > wordsLimit ? { ok: false, problem: 'long' } : { ok: true, text: trimmed };
}
