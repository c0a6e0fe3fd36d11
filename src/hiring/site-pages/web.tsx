import { Hono } from 'hono';
import { langs } from '#platform/i18n';
import type { SiteIdentity } from '#web/page.ts';
import type { Render } from '#web/render.ts';
import { routes } from '#web/routes.ts';
import { accessibilityPage } from './pages/accessibility-page.tsx';
import { privacyPage } from './pages/privacy-page.tsx';

/** The pages that every public site owes its visitors: privacy and accessibility. */
export function sitePagesWeb(deps: { render: Render; site(): SiteIdentity }): Hono {
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['site.privacy'][lang], (c) => deps.render(c, privacyPage(lang, deps.site())));
    app.get(routes['site.accessibility'][lang], (c) =>
      deps.render(c, accessibilityPage(lang, deps.site())),
    );
  }
  return app;
}
