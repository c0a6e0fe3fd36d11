import { type Context, Hono } from 'hono';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { href, routes } from '#web/routes.ts';
import { addNote } from '../add-note.ts';
import type { DeskDeps } from '../deps.ts';
import { parseNote, parseScreening } from '../forms.ts';
import { findScreened } from '../queries/find-screened.ts';
import { screenApplication } from '../screen-application.ts';
import { createFindCriteria } from './advertised-criteria.ts';
import { createShowApplication } from './show-application.ts';

/** One application: to read, to screen, to write notes on. */
export function applicationRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const { requireStaff } = deps;
  const app = new Hono<StaffEnv>();
  const findCriteria = createFindCriteria(deps);
  const show = createShowApplication(deps, findCriteria);
  for (const lang of langs) {
    app.get(routes['desk.application'][lang], requireStaff('see-applications'), (c) =>
      show(c, lang, { kind: 'read' }),
    );
    app.post(routes['desk.screen'][lang], requireStaff('screen-applications'), (c) =>
      screen(c, lang),
    );
    app.post(routes['desk.note'][lang], requireStaff('write-notes'), (c) => note(c, lang));
    // Where a form came back with something to fix, its address is in the browser's bar.
    for (const name of ['desk.screen', 'desk.note'] as const) {
      app.get(routes[name][lang], requireStaff('see-applications'), (c) => back(c, lang));
    }
  }
  return app;

  async function screen(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const id = c.req.param('id') ?? '';
    if (!isUuid(id)) return c.notFound();
    const typed = c.var.fields;
    const application = await findScreened(deps.db, id);
    if (!application) return c.notFound();
    // Nothing is asked of a decision that cannot be taken any more.
    if (application.status === 'withdrawn') return show(c, lang, { kind: 'conflict', typed });
    const parsed = parseScreening(typed, await findCriteria(application.postingVersion));
    if (!parsed.ok) {
      return show(c, lang, { kind: 'fix-screening', typed, problems: parsed.problems });
    }
    const screened = await screenApplication(deps, c.var.staff, id, parsed.input);
    if (screened.ok) return back(c, lang, 'screened');
    switch (screened.error.kind) {
      case 'not-found':
        return c.notFound();
      case 'decided-meanwhile':
      case 'withdrawn':
      case 'sent-again':
        return show(c, lang, { kind: 'conflict', typed });
    }
  }

  async function note(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const id = c.req.param('id') ?? '';
    if (!isUuid(id)) return c.notFound();
    const typed = c.var.fields;
    const parsed = parseNote(typed);
    if (!parsed.ok) return show(c, lang, { kind: 'fix-note', typed, problem: parsed.problem });
    const added = await addNote(deps, c.var.staff, id, parsed.input);
    return added.ok ? back(c, lang, 'note') : c.notFound();
  }

  /** To the application, in the list that the reader came from. */
  function back(c: Context<StaffEnv>, lang: Lang, told?: 'screened' | 'note'): Response {
    const query = new URL(c.req.url).searchParams;
    query.delete('told');
    if (told) query.set('told', told);
    const path = href('desk.application', lang, { id: c.req.param('id') ?? '' });
    return c.redirect(query.size > 0 ? `${path}?${query.toString()}` : path, 303);
  }
}
