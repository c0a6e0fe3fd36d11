import { Hono } from 'hono';
import { type Lang, langs } from '#platform/i18n';
import type { Render } from '#web/render.ts';
import { routes } from '#web/routes.ts';
import type { CandidateEnv } from './candidate-env.ts';
import type { Candidates } from './create-candidates.ts';
import type { Candidate } from './model.ts';
import { type Section, applicationsPage } from './pages/applications-page.tsx';

/**
 * What a feature shows on "Your applications"; none where there is nothing of this candidate's.
 * `csrf` is for the forms in it, which must lead to routes behind `requireCandidate`.
 */
export type SectionsOf = (
  candidate: Candidate,
  lang: Lang,
  page: { csrf: string },
) => Promise<readonly Section[]>;

/** The candidate's own pages; `sections` of each feature, in the order in which they are shown. */
export function candidatesWeb(deps: {
  candidates: Candidates;
  render: Render;
  sections: readonly SectionsOf[];
}): Hono {
  const app = new Hono();
  app.route('/', deps.candidates.web);
  app.route('/', ownPages(deps));
  return app;
}

function ownPages(deps: Parameters<typeof candidatesWeb>[0]): Hono<CandidateEnv> {
  const { candidates, render, sections } = deps;
  const app = new Hono<CandidateEnv>();
  for (const lang of langs) {
    app.get(routes['my.applications'][lang], candidates.requireCandidate, async (c) => {
      const { candidate, csrf } = c.var;
      const found = await Promise.all(sections.map((of) => of(candidate, lang, { csrf })));
      return render(c, applicationsPage(lang, found.flat()));
    });
  }
  return app;
}
