import { Hono } from 'hono';
import { isDatabaseOutage } from '#platform/database';
import { preferredLang } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import type { LeverApiDeps } from './deps.ts';
import { messages } from './messages/index.ts';
import { applyRoutes } from './web/apply-routes.ts';
import { crossOrigin } from './web/cross-origin.ts';
import { readRoutes } from './web/read-routes.ts';
import { notFound, refuse } from './web/refusals.ts';

/** Lever's Postings API v0, and the part of v1 that is about applying: see docs/lever-api.md. */
export function leverApi(deps: LeverApiDeps): Hono {
  const app = new Hono();
  const origins = [...Object.values(deps.origins), ...deps.otherSites];
  for (const path of ['/v0/*', '/v1/*']) app.use(path, crossOrigin(origins));
  app.route('/', readRoutes(deps));
  app.route('/', applyRoutes(deps));
  for (const path of ['/v0/*', '/v1/*']) app.all(path, (c) => c.json(notFound, 404));
  // Clients of Lever make the form's address of the posting's by this word, in every language.
  app.get(`${routes['postings.show'].fr}/apply`, (c) =>
    c.redirect(href('apply.form', 'fr', { slug: c.req.param('slug') }), 301),
  );
  app.onError((error, c) => {
    const t = messages(preferredLang(c.req.header('accept-language')) ?? 'en');
    const reference = deps.ids.uuid().slice(0, 8);
    const fields = { reference, method: c.req.method, route: c.req.routePath };
    if (!isDatabaseOutage(error)) {
      deps.log.error({ ...fields, error: error.stack }, 'request failed');
      return refuse(c, 500, t('failed', { reference }));
    }
    deps.log.warn({ ...fields, reason: error.message }, 'database unavailable');
    c.header('Retry-After', '10');
    return refuse(c, 503, t('unavailable'));
  });
  return app;
}
