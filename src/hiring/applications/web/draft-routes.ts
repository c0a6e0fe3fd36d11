import { type Context, Hono } from 'hono';
import { type Lang, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { routes } from '#web/routes.ts';
import { discardDraft } from '../drafts/find-draft.ts';
import { type TasksView, discardPage, tasksPage } from '../pages/tasks-page.tsx';
import { draftPaths } from '../pages/view.ts';
import { findUploads } from '../queries.ts';
import { sendFile } from './send-file.ts';
import { type OpenDraft, type Wizard, openDraft, viewOf } from './wizard.ts';

/** A draft as a whole: its parts, its files, giving it up. */
export function draftRoutes(wizard: Wizard): Hono {
  const { deps } = wizard;
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['apply.draft'][lang], (c) =>
      withDraft(c, lang, (open) => deps.render(c, tasksPage(viewTasks(open, lang)))),
    );
    app.get(routes['apply.discard'][lang], (c) =>
      withDraft(c, lang, (open) => deps.render(c, discardPage(viewTasks(open, lang)))),
    );
    app.post(routes['apply.discard'][lang], (c) =>
      withDraft(c, lang, (open) => discard(c, lang, open)),
    );
    app.get(routes['apply.draftFile'][lang], (c) =>
      withDraft(c, lang, async ({ draft }) => {
        const upload = (await findUploads(deps.db, draft.key)).get(c.req.param('upload') ?? '');
        return upload ? sendFile(deps, c, upload) : c.notFound();
      }),
    );
  }
  return app;

  async function withDraft(
    c: Context,
    lang: Lang,
    answer: (open: OpenDraft) => Response | Promise<Response>,
  ): Promise<Response> {
    const found = await openDraft(wizard, c, lang);
    return found.ok ? answer(found.open) : found.answer({});
  }

  function viewTasks(open: OpenDraft, lang: Lang): TasksView {
    const view = viewOf(open, open.draft, open.graceEnds);
    const path = draftPaths(view, open.draft.key).tasks[lang];
    return { ...view, draft: open.draft, address: deps.origins[lang] + path };
  }

  async function discard(c: Context, lang: Lang, { draft, facts }: OpenDraft): Promise<Response> {
    if (isForeign(c.req.raw, Object.values(deps.origins))) {
      return c.redirect(draftPaths({ posting: facts }, draft.key).discard[lang], 303);
    }
    await discardDraft(deps.db, draft.key);
    return c.redirect(facts.paths[lang], 303);
  }
}
