import { Hono } from 'hono';
import type { ApplicationsDeps } from './deps.ts';
import { createFormTokens } from './form-token.ts';
import { checkRoutes } from './web/check-routes.ts';
import { draftRoutes } from './web/draft-routes.ts';
import { createLimits } from './web/limits.ts';
import { otherSiteForm } from './web/other-site-form.ts';
import { receiptRoutes } from './web/receipt-routes.ts';
import { startRoutes } from './web/start-routes.ts';
import { stepRoutes } from './web/step-routes.ts';
import type { Wizard } from './web/wizard.ts';

/** The pages of applying: the first step, the draft and its steps, sending, the receipt. */
export function applicationsWeb(deps: ApplicationsDeps): Hono {
  const wizard: Wizard = {
    deps,
    tokens: createFormTokens(deps.secret),
    limits: createLimits(),
  };
  const app = new Hono();
  app.route('/', startRoutes(wizard));
  app.route('/', receiptRoutes(wizard));
  app.route('/', draftRoutes(wizard));
  app.route('/', checkRoutes(wizard));
  // After those of fixed names, which stand in the same place of an address.
  app.route('/', stepRoutes(wizard));
  app.post('/v0/apply', otherSiteForm(wizard));
  return app;
}
