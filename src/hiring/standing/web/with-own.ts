import type { Context } from 'hono';
import type { CandidateEnv } from '#hiring/candidates';
import type { StandingDeps } from '../deps.ts';
import { type OwnPage, findOwnPage } from '../own-page.ts';

/** Answers with the application that an address names: not found where it is not the candidate's. */
export async function withOwn(
  deps: StandingDeps,
  c: Context<CandidateEnv>,
  answer: (own: OwnPage) => Response | Promise<Response>,
): Promise<Response> {
  const own = await findOwnPage(deps, c.var.candidate, c.req.param('reference') ?? '');
  return own ? answer(own) : c.notFound();
}
