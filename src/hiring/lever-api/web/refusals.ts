import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApplyProblem } from '../model.ts';

/** An answer that says no, in the shape of Lever's v0. */
export type Refusal = { ok: false; error: string; errors?: readonly ApplyProblem[] };

/** What Lever answers for a site or a posting that it does not have, to the letter. */
export const notFound: Refusal = { ok: false, error: 'Document not found' };

export function refuse(
  c: Context,
  status: ContentfulStatusCode,
  error: string,
  errors: readonly ApplyProblem[] = [],
): Response {
  return c.json<Refusal>({ ok: false, error, errors }, status, { 'Cache-Control': 'no-store' });
}
