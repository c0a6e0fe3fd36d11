import { type Context, Hono } from 'hono';
import { defaultTimeZone as timeZone } from '#hiring/postings';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { routes } from '#web/routes.ts';
import type { DeskDeps } from '../deps.ts';
import { outboxEmailPage, outboxPage } from '../pages/outbox-pages.tsx';
import { statusPage } from '../pages/status-page.tsx';
import { findEmail, listEmails } from '../queries/outbox.ts';
import { readDatabaseHealth } from '../queries/read-health.ts';

/** What those who look after the site use: problems of content, status, outbox. */
export function officeRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const { db, render, requireStaff } = deps;
  const app = new Hono<StaffEnv>();
  for (const lang of langs) {
    app.get(routes['desk.postings'][lang], requireStaff('see-posting-problems'), (c) =>
      render(c, deps.contentPage(lang, c.var.staff.can)),
    );
    app.get(routes['desk.status'][lang], requireStaff('see-status'), (c) => showStatus(c, lang));
    app.get(routes['desk.outbox'][lang], requireStaff('read-outbox'), (c) => showOutbox(c, lang));
    app.get(routes['desk.outboxEmail'][lang], requireStaff('read-outbox'), (c) =>
      showEmail(c, lang),
    );
  }
  return app;

  async function showStatus(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const [database, program, accommodation] = await Promise.all([
      readDatabaseHealth(db),
      deps.status(),
      deps.accommodation(),
    ]);
    const page = statusPage({
      lang,
      timeZone,
      database,
      mail: { ...database, configured: program.mailConfigured },
      scanner: { ...database, configured: program.scannerConfigured },
      disk: program.disk,
      source: program.source(lang),
      api: program.api,
      accommodation,
      contentProblems: deps.postings.snapshot().problems.length,
      program,
    });
    c.header('Cache-Control', 'private, no-store');
    return render(c, page);
  }

  async function showOutbox(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    if (!deps.hasOutbox) return c.notFound();
    const emails = await listEmails(db, c.var.staff.can);
    return render(c, outboxPage({ lang, timeZone, emails }));
  }

  async function showEmail(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    if (!deps.hasOutbox) return c.notFound();
    const email = await findEmail(db, c.var.staff.can, c.req.param('id') ?? '');
    return email ? render(c, outboxEmailPage({ lang, timeZone, email })) : c.notFound();
  }
}
