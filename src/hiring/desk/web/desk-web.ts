import { Hono } from 'hono';
import { langs } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { DeskDeps } from '../deps.ts';
import { publicationRoutes } from '../publication/publication-routes.ts';
import { advertisedRoutes } from './advertised-routes.ts';
import { applicationRoutes } from './application-routes.ts';
import { listRoutes } from './list-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { resumeRoutes } from './resume-routes.ts';

/** The pages of the hiring team's desk. Every route asks for a permission of its own. */
export function deskWeb(deps: DeskDeps): Hono {
  const app = new Hono();
  for (const lang of langs) {
    const home = href('desk.processes', lang).replace(/[^/]+$/, '');
    for (const path of [home, home.replace(/\/$/, '')]) {
      app.get(path, (c) => c.redirect(href('desk.processes', lang), 303));
    }
  }
  app.route('/', listRoutes(deps));
  app.route('/', applicationRoutes(deps));
  app.route('/', resumeRoutes(deps));
  app.route('/', advertisedRoutes(deps));
  app.route('/', officeRoutes(deps));
  app.route('/', publicationRoutes(deps));
  return app;
}
