import { type Context, Hono } from 'hono';
import { withdrawApplication } from '#hiring/applications';
import type { CandidateEnv } from '#hiring/candidates';
import { type Lang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import type { StandingDeps } from '../deps.ts';
import { findOpenings } from '../openings/find-openings.ts';
import type { OwnPage } from '../own-page.ts';
import { ownApplicationPage } from '../pages/own-application-page.tsx';
import { withdrawPage } from '../pages/withdraw-page.tsx';
import { hasDraft } from '../queries/has-draft.ts';
import { mayWithdraw } from '../rules.ts';
import { afterWithdrawing } from '../after-withdrawing.ts';
import { withOwn } from './with-own.ts';

/** A candidate's own application: its page, and leaving the process. */
export function ownRoutes(deps: StandingDeps): Hono<CandidateEnv> {
  const { requireCandidate } = deps.candidates;
  const app = new Hono<CandidateEnv>();
  for (const lang of langs) {
    app.get(routes['my.application'][lang], requireCandidate, (c) =>
      withOwn(deps, c, (own) => show(c, lang, own)),
    );
    app.get(routes['my.withdraw'][lang], requireCandidate, (c) =>
      withOwn(deps, c, async (own) => {
        if (!mayWithdraw(own.standing.status)) return back(c, lang, own);
        const begun = await hasDraft(deps.db, own.standing.key);
        const { csrf } = c.var;
        return deps.render(c, withdrawPage({ lang, own, csrf, hasDraft: begun }));
      }),
    );
    app.post(routes['my.withdraw'][lang], requireCandidate, (c) =>
      withOwn(deps, c, (own) => withdraw(c, lang, own)),
    );
  }
  return app;

  async function show(c: Context<CandidateEnv>, lang: Lang, own: OwnPage): Promise<Response> {
    const { title, facts, standing } = own;
    const like = { id: standing.postingId, title, facts };
    const openings = await findOpenings(deps, c.var.candidate, like);
    const justWithdrawn = c.req.query('told') === 'withdrawn';
    return deps.render(c, ownApplicationPage({ lang, own, openings, justWithdrawn }));
  }

  async function withdraw(c: Context<CandidateEnv>, lang: Lang, own: OwnPage): Promise<Response> {
    const { status, reference } = own.standing;
    // Out of the process already; a repeat of the same click is answered as the first one was.
    if (status === 'screened-out') return back(c, lang, own);
    const outcome = await withdrawApplication(deps, c.var.candidate, reference, (tx) =>
      afterWithdrawing(deps, tx, own),
    );
    return outcome.ok ? back(c, lang, own, 'withdrawn') : c.notFound();
  }

  function back(c: Context<CandidateEnv>, lang: Lang, own: OwnPage, told?: string): Response {
    const path = href('my.application', lang, { reference: own.standing.reference });
    return c.redirect(told ? `${path}?told=${told}` : path, 303);
  }
}
