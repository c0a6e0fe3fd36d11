import { type Context, Hono } from 'hono';
import {
  type HeldVersion,
  defaultTimeZone,
  isPublic,
  lifecycleOf,
  postingState,
  publicationsOf,
} from '#hiring/postings';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import type { DeskDeps } from '../deps.ts';
import { isUuid } from '#platform/ids';
import { type Readable, comparePage } from './compare-page.tsx';
import type { HeldView } from './held-pane.tsx';
import { type HistoryView, historyPage } from './history-page.tsx';
import { listOverrides } from './list-overrides.ts';
import { overrideGate } from './override-gate.ts';
import { type ReasonProblem, parseReason } from './reason-form.ts';

type Form = { typed: string; problem: ReasonProblem | null };

/** A posting for those who publish it: history, comparison, publishing in spite of errors. */
export function publicationRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const { db, clock, postings, render, requireStaff } = deps;
  const app = new Hono<StaffEnv>();
  const blank: Form = { typed: '', problem: null };
  for (const lang of langs) {
    app.get(routes['desk.postingHistory'][lang], requireStaff('see-posting-problems'), (c) =>
      show(c, lang, blank),
    );
    app.get(routes['desk.postingChanges'][lang], requireStaff('see-posting-problems'), (c) =>
      compare(c, lang),
    );
    app.post(routes['desk.postingOverride'][lang], requireStaff('override-gate'), (c) =>
      override(c, lang),
    );
    // Where the form came back with something to fix, its address is in the browser's bar.
    app.get(routes['desk.postingOverride'][lang], requireStaff('see-posting-problems'), (c) =>
      back(c, lang),
    );
  }
  return app;

  async function show(c: Context<StaffEnv>, lang: Lang, form: Form): Promise<Response> {
    const postingId = c.req.param('posting') ?? '';
    const told = c.req.query('told');
    const found = await find(c, postingId);
    if (!found) return c.notFound();
    const page = historyPage({
      lang,
      ...found,
      held: heldView(c, postingId, form),
      overrides: await listOverrides(db, postingId),
      mayEdit:
        c.var.staff.can('edit-postings') &&
        postings.snapshot().files.some((one) => one.postingId === postingId),
      told: told === 'done' || told === 'gone' ? told : null,
    });
    return render(c, page, form.problem ? 422 : 200);
  }

  function heldOf(postingId: string): HeldVersion | undefined {
    return postings.snapshot().held.find((one) => one.postingId === postingId);
  }

  function heldView(c: Context<StaffEnv>, postingId: string, form: Form): HeldView | null {
    const version = heldOf(postingId);
    if (!version) return null;
    const { staff } = c.var;
    return { version, csrf: staff.csrf, mayOverride: staff.can('override-gate'), ...form };
  }

  /** What is known of a posting, on the site, held back or withdrawn; null where nothing is. */
  async function find(
    c: Context<StaffEnv>,
    postingId: string,
  ): Promise<Omit<HistoryView, 'lang' | 'held' | 'overrides' | 'mayEdit' | 'told'> | null> {
    if (!isUuid(postingId) || !c.var.staff.can('see-posting-problems')) return null;
    const now = clock();
    const catalogue = postings.snapshot();
    const posting = catalogue.byId(postingId);
    const held = heldOf(postingId);
    const publications = await publicationsOf(db, postingId, now);
    const last = publications.find(({ pair }) => pair !== null)?.pair;
    const title: Localized | undefined = posting
      ? { en: posting.text.en.title, fr: posting.text.fr.title }
      : (held?.title ??
        (last ? { en: last.halves.en.text.title, fr: last.halves.fr.text.title } : undefined));
    if (!title) return null;
    return {
      postingId,
      title,
      timeZone: posting?.facts?.timeZone ?? last?.facts?.timeZone ?? defaultTimeZone,
      publications,
      posting: posting && {
        slugs: posting.slugs,
        lifecycle: lifecycleOf(posting, now),
        public: isPublic(postingState(posting, now, deps.closingSoonDays)),
      },
    };
  }

  async function compare(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const found = await find(c, c.req.param('posting') ?? '');
    if (!found) return c.notFound();
    const held = heldOf(found.postingId);
    const version = (hash: string | undefined): Readable | null => {
      const one = found.publications.find(({ versionHash }) => versionHash === hash);
      if (one?.pair) return { ...one, pair: one.pair };
      return held && held.versionHash === hash ? { ...held, since: null } : null;
    };
    const [from, to] = inOrder([version(c.req.query('from')), version(c.req.query('to'))]);
    if (!from?.since || !to) return c.notFound();
    const { postingId, title, timeZone } = found;
    return render(c, comparePage({ lang, postingId, title, timeZone, from, to }));
  }

  async function override(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const postingId = c.req.param('posting') ?? '';
    const { reason: typed = '', version } = c.var.fields;
    const parsed = parseReason(typed);
    if (!parsed.ok) return show(c, lang, { typed, problem: parsed.problem });
    const held = heldOf(postingId);
    const meant = held?.versionHash === version ? held : undefined;
    const done = await overrideGate(deps, c.var.staff, meant, parsed.reason);
    if (!done.ok) return back(c, lang, 'gone');
    await postings.reload();
    return back(c, lang, 'done');
  }

  function back(c: Context<StaffEnv>, lang: Lang, told?: 'done' | 'gone'): Response {
    const path = href('desk.postingHistory', lang, { posting: c.req.param('posting') ?? '' });
    return c.redirect(told ? `${path}?told=${told}` : path, 303);
  }
}

/** The earlier one first, whichever was chosen as which: what is held back comes after all others. */
function inOrder(pair: [Readable | null, Readable | null]): [Readable | null, Readable | null] {
  const [a, b] = pair;
  const [first, second] = pair.map((one) => one?.since?.getTime() ?? Number.POSITIVE_INFINITY);
  return first! > second! ? [b, a] : pair;
}
