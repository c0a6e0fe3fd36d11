import { type Context, Hono } from 'hono';
import { postingState } from '#hiring/postings';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import type { DeskDeps } from '../deps.ts';
import { isUuid } from '#platform/ids';
import { arrangeProcesses, parseProcessFilter } from '../listing/arrange-processes.ts';
import { createCursors } from '../listing/cursors.ts';
import { parseListRequest } from '../listing/request.ts';
import type { ProcessRow } from '../model.ts';
import { applicationsPage } from '../pages/applications-page.tsx';
import { processesPage } from '../pages/processes-page.tsx';
import { latestVersion } from '../queries/latest-version.ts';
import { listApplications } from '../queries/list-applications.ts';
import { type ProcessCounts, listProcesses } from '../queries/list-processes.ts';
import { sectionsFor } from '../sections.ts';
import { createFindPosting } from './posting-facts.ts';

/** The list of processes, and the table of applications of each. */
export function listRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const { db, clock, render, requireStaff } = deps;
  const app = new Hono<StaffEnv>();
  const cursors = createCursors(deps.secret);
  const findPosting = createFindPosting(deps);
  for (const lang of langs) {
    app.get(routes['desk.processes'][lang], requireStaff('use-desk'), (c) =>
      c.var.staff.can('see-processes') ? showProcesses(c, lang) : toFirstSection(c, lang),
    );
    app.get(routes['desk.applications'][lang], requireStaff('see-applications'), (c) =>
      showApplications(c, lang),
    );
  }
  return app;

  /** For those whose work is elsewhere: signing in leads everyone here. */
  function toFirstSection(c: Context<StaffEnv>, lang: Lang): Response | Promise<Response> {
    const [first] = sectionsFor(c.var.staff.can, { outbox: false });
    return first ? c.redirect(href(`desk.${first}`, lang), 303) : c.notFound();
  }

  async function showProcesses(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const filter = parseProcessFilter(c.req.query());
    const known = await Promise.all((await listProcesses(db)).map(toRow));
    const all = known.filter((row) => row !== null);
    const rows = arrangeProcesses(all, filter);
    return render(c, processesPage({ lang, filter, rows, any: all.length > 0 }));
  }

  /** Null for what has neither a posting nor an application: there is nothing to open. */
  async function toRow(process: ProcessCounts): Promise<ProcessRow | null> {
    const { postingId, counts, newestAt, latestVersion: hash } = process;
    const facts = await findPosting(postingId, async () => (newestAt ? hash : null));
    if (!facts) return null;
    const posting = deps.postings.snapshot().byId(postingId);
    const state = posting ? postingState(posting, clock(), deps.closingSoonDays) : 'withdrawn';
    const { title, timeZone, closesAt } = facts;
    return { postingId, title, timeZone, closesAt, state, counts, newestAt };
  }

  async function showApplications(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const { can } = c.var.staff;
    const postingId = c.req.param('posting');
    if (!isUuid(postingId)) return c.notFound();
    const seesIdentity = can('see-identity');
    const { request, position } = parseListRequest(c.req.query(), seesIdentity);
    const page = await listApplications({ db, cursors }, can, postingId, request, position);
    const facts = page && (await findPosting(postingId, () => latestVersion(db, postingId)));
    if (!page || !facts) return c.notFound();
    const view = applicationsPage({
      lang,
      postingId,
      postingTitle: facts.title[lang],
      timeZone: facts.timeZone,
      request,
      position,
      seesIdentity,
      maySendNotices: can('send-notices'),
      ...page,
    });
    return render(c, view);
  }
}
