import { type Context, Hono } from 'hono';
import type { Candidates } from '#hiring/candidates';
import type { Staff, StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import type { Render } from '#web/render.ts';
import { href, routes } from '#web/routes.ts';
import { annotationsOf, disclosuresOf, recordDisclosure, referenceOf } from '../beside/beside.ts';
import type { PrivacyDeps } from '../deps.ts';
import {
  type DisclosureProblems,
  type Typed,
  parseAnswer,
  parseDisclosure,
  parseExtension,
} from '../forms.ts';
import { besidePage } from '../pages/beside-page.tsx';
import { deskListPage } from '../pages/desk-list-page.tsx';
import { type DeskRequestView, deskRequestPage } from '../pages/desk-request-page.tsx';
import { answerRequest, extendRequest } from '../requests/answer.ts';
import { receivedRequest, receivedRequests } from '../requests/queries.ts';

export type DeskPrivacyDeps = PrivacyDeps &
  Pick<Staff, 'requireStaff' | 'takeKeptForm'> &
  Pick<Candidates, 'candidateOf'> & {
    render: Render;
    /** Processes with their names, for the choice of one. */
    processes(lang: Lang): Promise<{ id: string; title: string }[]>;
  };

type C = Context<StaffEnv>;

/** Requests shown as answered lately. */
const answeredShown = 50;

/** Where requests are answered, and what stands beside an application is seen and written down. */
export function deskRequestRoutes(deps: DeskPrivacyDeps): Hono<StaffEnv> {
  const { db, clock, render } = deps;
  const app = new Hono<StaffEnv>();
  const mayHandle = deps.requireStaff('handle-privacy-requests');
  const mayDisclose = deps.requireStaff('record-disclosures');
  for (const lang of langs) {
    app.get(routes['desk.privacy'][lang], mayHandle, (c) => showList(c, lang));
    app.get(routes['desk.privacyRequest'][lang], mayHandle, (c) => showRequest(c, lang));
    app.post(routes['desk.privacyAnswer'][lang], mayHandle, (c) => answer(c, lang));
    app.post(routes['desk.privacyExtend'][lang], mayHandle, (c) => takeTime(c, lang));
    for (const name of ['desk.privacyAnswer', 'desk.privacyExtend'] as const) {
      app.get(routes[name][lang], mayHandle, (c) => c.redirect(requestPath(c, lang), 303));
    }
    app.get(routes['desk.beside'][lang], mayDisclose, (c) => showBeside(c, lang));
    app.post(routes['desk.beside'][lang], mayDisclose, (c) => disclose(c, lang));
  }
  return app;

  async function showList(c: C, lang: Lang): Promise<Response> {
    const received = await receivedRequests(db, { answered: answeredShown });
    return render(c, deskListPage({ lang, now: clock(), ...received }));
  }

  async function showRequest(
    c: C,
    lang: Lang,
    sent?: Partial<DeskRequestView> & { status: 409 | 422 },
  ): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const request = await receivedRequest(db, id);
    if (!request) return c.notFound();
    const path = href('desk.privacyRequest', lang, { id });
    const kept = sent ? null : await deps.takeKeptForm(c.var.staff.id, path);
    const asked = c.req.query('told');
    const told = (['answered', 'extended'] as const).find((one) => one === asked) ?? null;
    const { status = 200, ...more } = sent ?? {};
    const page = deskRequestPage({
      lang,
      csrf: c.var.staff.csrf,
      now: clock(),
      request,
      typed: kept?.fields ?? {},
      answerProblems: {},
      extendProblems: {},
      told: kept ? 'kept' : told,
      ...more,
    });
    return render(c, page, status);
  }

  async function answer(c: C, lang: Lang): Promise<Response> {
    const typed = c.var.fields;
    const id = c.req.param('id') ?? '';
    const request = await receivedRequest(db, id);
    if (!request) return c.notFound();
    const parsed = parseAnswer(typed, request.kind === 'correction' ? request.item : null);
    if (!parsed.ok) {
      return showRequest(c, lang, { status: 422, typed, answerProblems: parsed.problems });
    }
    const answered = await answerRequest(deps, c.var.staff, id, parsed.input);
    return answered.ok
      ? c.redirect(`${requestPath(c, lang)}?told=answered`, 303)
      : showRequest(c, lang, { status: 409, told: 'gone' });
  }

  async function takeTime(c: C, lang: Lang): Promise<Response> {
    const typed = c.var.fields;
    const parsed = parseExtension(typed);
    if (!parsed.ok) {
      return showRequest(c, lang, { status: 422, typed, extendProblems: parsed.problems });
    }
    const extended = await extendRequest(deps, c.req.param('id') ?? '', parsed.input);
    if (extended.ok) return c.redirect(`${requestPath(c, lang)}?told=extended`, 303);
    const told = extended.error.kind === 'late' ? ('late' as const) : ('gone' as const);
    return showRequest(c, lang, { status: 409, typed, told });
  }

  async function showBeside(
    c: C,
    lang: Lang,
    sent?: { typed: Typed; problems: DisclosureProblems },
  ): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const reference = await referenceOf(db, id);
    if (reference === null) return c.notFound();
    const kept = sent ? null : await deps.takeKeptForm(c.var.staff.id, c.req.path);
    const recorded = c.req.query('told') === 'recorded' ? ('recorded' as const) : null;
    const page = besidePage({
      lang,
      csrf: c.var.staff.csrf,
      applicationId: id,
      reference,
      annotations: await annotationsOf(db, id),
      disclosures: await disclosuresOf(db, id),
      typed: sent?.typed ?? kept?.fields ?? {},
      problems: sent?.problems ?? {},
      told: kept ? 'kept' : recorded,
    });
    return render(c, page, sent ? 422 : 200);
  }

  async function disclose(c: C, lang: Lang): Promise<Response> {
    const typed = c.var.fields;
    const id = c.req.param('id') ?? '';
    const parsed = parseDisclosure(typed);
    if (!parsed.ok) return showBeside(c, lang, { typed, problems: parsed.problems });
    if ((await referenceOf(db, id)) === null) return c.notFound();
    await recordDisclosure(deps, c.var.staff, id, parsed.input);
    return c.redirect(`${href('desk.beside', lang, { id })}?told=recorded`, 303);
  }

  function requestPath(c: C, lang: Lang): string {
    return href('desk.privacyRequest', lang, { id: c.req.param('id') ?? '' });
  }
}
