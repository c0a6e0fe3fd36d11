import { Hono } from 'hono';
import { type Lang, langs } from '#platform/i18n';
import type { Page, SiteIdentity } from '#web/page.ts';
import type { Render } from '#web/render.ts';
import { routes } from '#web/routes.ts';
import { accessibilityPage } from './pages/accessibility-page.tsx';

/** The pages that every public site owes its visitors: privacy and accessibility. */
export function sitePagesWeb(deps: {
  render: Render;
  site(): SiteIdentity;
  /** The privacy notice, which the schedule of retention makes. */
  privacyPage(lang: Lang, site: SiteIdentity): Page;
}): Hono {
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['site.privacy'][lang], (c) =>
      deps.render(c, deps.privacyPage(lang, deps.site())),
    );
    app.get(routes['site.accessibility'][lang], (c) =>
      deps.render(c, accessibilityPage(lang, deps.site())),
    );
  }
  return app;
}
