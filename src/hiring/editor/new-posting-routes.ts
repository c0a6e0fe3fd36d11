import { type Context, Hono } from 'hono';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import { addPosting } from './add-posting.ts';
import type { SavingDeps } from './deps.ts';
import { failureWords } from './failure-words.ts';
import { type NewProblem, type Typed, parseNew } from './forms.ts';
import { messages } from './messages/index.ts';
import { newPage } from './pages/new-page.tsx';

/** Sendings remembered, so that one that comes twice makes one pair: more than come at a time. */
const remembered = 200;

/** The form that begins a posting. */
export function newPostingRoutes(deps: SavingDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  const mayEdit = deps.requireStaff('edit-postings');
  const made = new Map<string, ReturnType<typeof addPosting>>();
  for (const lang of langs) {
    app.get(routes['desk.postingNew'][lang], mayEdit, (c) => open(c, lang));
    app.post(routes['desk.postingNew'][lang], mayEdit, (c) => add(c, lang));
  }
  return app;

  async function open(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const kept = await deps.takeKeptForm(c.var.staff.id, c.req.path);
    return show(c, lang, kept?.fields ?? {}, [], null);
  }

  function show(
    c: Context<StaffEnv>,
    lang: Lang,
    typed: Typed,
    problems: NewProblem[],
    failed: string | null,
  ): Response | Promise<Response> {
    const key = typed['key'] ?? deps.ids.uuid();
    const page = newPage({ lang, csrf: c.var.staff.csrf, typed, key, problems, failed });
    return deps.render(c, page, failed !== null ? 503 : problems.length > 0 ? 422 : 200);
  }

  async function add(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const typed: Typed = c.var.fields;
    const parsed = parseNew(typed);
    if (!parsed.ok) return show(c, lang, typed, parsed.problems, null);
    const t = messages(lang);
    const { staff } = c.var;
    const sending = `${staff.id} ${typed['key'] ?? deps.ids.uuid()}`;
    const message = t('message.new', { title: parsed.input[`${lang}-title`] });
    const work = made.get(sending) ?? addPosting(deps, staff, parsed.input, message);
    remember(sending, work);
    const added = await work;
    if (!added.ok) {
      made.delete(sending);
      const { error } = added;
      const says = error.kind === 'not-read' ? t('new.notRead') : failureWords(error, lang);
      return show(c, lang, typed, [], says);
    }
    const path = href('desk.postingEdit', lang, { posting: added.postingId });
    return c.redirect(`${path}?told=added`, 303);
  }

  function remember(sending: string, work: ReturnType<typeof addPosting>): void {
    made.set(sending, work);
    const [oldest] = made.keys();
    if (made.size > remembered && oldest !== undefined) made.delete(oldest);
  }
}
