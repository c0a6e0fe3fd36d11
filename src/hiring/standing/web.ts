import { Hono } from 'hono';
import type { StandingDeps } from './deps.ts';
import { deskRoutes } from './web/desk-routes.ts';
import { ownRoutes } from './web/own-routes.ts';
import { questionRoutes } from './web/question-routes.ts';

/** Where a candidate stands, and their questions to the hiring team: a page for each side. */
export function standingWeb(deps: StandingDeps): Hono {
  const app = new Hono();
  app.route('/', ownRoutes(deps));
  app.route('/', questionRoutes(deps));
  app.route('/', deskRoutes(deps));
  return app;
}
