import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import type { CandidateEnv, Candidates } from '#hiring/candidates';
import { contentDisposition } from '#platform/files';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import type { Render } from '#web/render.ts';
import { href, routes } from '#web/routes.ts';
import type { PrivacyDeps } from '../deps.ts';
import { createExports } from '../export/make-export.ts';
import { type Typed, parseAccess, parseCorrection, parseDeletion } from '../forms.ts';
import { messages } from '../messages/index.ts';
import type { AskProblems } from '../forms.ts';
import { accessPage, correctionPage } from '../pages/ask-pages.tsx';
import { type Deletable, deletionPage } from '../pages/deletion-page.tsx';
import { myPrivacyPage } from '../pages/my-privacy-page.tsx';
import { requestPage } from '../pages/request-page.tsx';
import { type Asked, ask } from '../requests/ask.ts';
import { deletableApplications, obstaclesToTheRest } from '../requests/deletion-state.ts';
import { applicationsOf, requestOf, requestsOf } from '../requests/queries.ts';
import { withdrawRequest } from '../requests/withdraw.ts';

export type MyPrivacyDeps = PrivacyDeps &
  Pick<Candidates, 'requireCandidate' | 'takeKeptForm'> & { render: Render };

type C = Context<CandidateEnv>;
type Sent = { typed: Typed; problems: AskProblems; tooMany?: boolean };

/** The candidate's own pages: copy, correction, deletion, and each request with its clock. */
export function myPrivacyRoutes(deps: MyPrivacyDeps): Hono<CandidateEnv> {
  const { db, clock, render, requireCandidate } = deps;
  const app = new Hono<CandidateEnv>();
  const makeExport = createExports(deps);
  for (const lang of langs) {
    app.use(routes['my.privacy'][lang], requireCandidate);
    app.use(`${routes['my.privacy'][lang]}/*`, requireCandidate);
    app.get(routes['my.privacy'][lang], (c) => showHome(c, lang));
    app.post(routes['my.privacyExport'][lang], (c) => sendCopy(c, lang));
    app.get(routes['my.privacyExport'][lang], (c) => c.redirect(href('my.privacy', lang), 303));
    app.get(routes['my.privacyAccess'][lang], (c) => showAsk(c, lang, 'access'));
    app.post(routes['my.privacyAccess'][lang], (c) => askAccess(c, lang));
    app.get(routes['my.privacyCorrection'][lang], (c) => showAsk(c, lang, 'correction'));
    app.post(routes['my.privacyCorrection'][lang], (c) => askCorrection(c, lang));
    app.get(routes['my.privacyDeletion'][lang], (c) => showDeletion(c, lang));
    app.post(routes['my.privacyDeletion'][lang], (c) => askDeletion(c, lang));
    app.get(routes['my.privacyRequest'][lang], (c) => showRequest(c, lang));
    app.post(routes['my.privacyWithdraw'][lang], (c) => withdraw(c, lang));
    app.get(routes['my.privacyWithdraw'][lang], (c) =>
      c.redirect(href('my.privacyRequest', lang, { id: c.req.param('id') ?? '' }), 303),
    );
  }
  return app;

  async function showHome(c: C, lang: Lang, busy = false): Promise<Response> {
    const { candidate, csrf } = c.var;
    const asked = c.req.query('told');
    const told = (['asked', 'withdrawn'] as const).find((one) => one === asked) ?? null;
    const page = myPrivacyPage({
      lang,
      csrf,
      now: clock(),
      requests: await requestsOf(db, candidate.id),
      told: busy ? 'busy' : told,
    });
    return answer(c, page, busy ? 503 : 200);
  }

  async function sendCopy(c: C, lang: Lang): Promise<Response> {
    const made = await makeExport(c.var.candidate, lang);
    if (!made.ok) {
      c.header('Retry-After', '60');
      return showHome(c, lang, true);
    }
    c.header('Content-Type', 'application/zip');
    c.header(
      'Content-Disposition',
      contentDisposition('attachment', messages(lang)('export.fileName')),
    );
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'private, no-store');
    return c.body(Readable.toWeb(made.stream) as ReadableStream<Uint8Array>);
  }

  async function showAsk(
    c: C,
    lang: Lang,
    kind: 'access' | 'correction',
    sent?: Sent,
  ): Promise<Response> {
    const { candidate, csrf } = c.var;
    const kept = sent ? null : await deps.takeKeptForm(candidate.id, c.req.path);
    const view = {
      lang,
      csrf,
      typed: sent?.typed ?? kept?.fields ?? {},
      problems: sent?.problems ?? {},
      told: sent?.tooMany ? ('too-many' as const) : kept ? ('kept' as const) : null,
      applications: kind === 'correction' ? await titled(candidate.id, lang) : [],
    };
    const page = kind === 'access' ? accessPage(view) : correctionPage(view);
    return answer(c, page, sent ? (sent.tooMany ? 429 : 422) : 200);
  }

  async function askAccess(c: C, lang: Lang): Promise<Response> {
    const parsed = parseAccess(c.var.fields);
    if (!parsed.ok) return showAsk(c, lang, 'access', { typed: c.var.fields, ...parsed });
    return receive(c, lang, { kind: 'access', ...parsed.input });
  }

  async function askCorrection(c: C, lang: Lang): Promise<Response> {
    const own = (await applicationsOf(db, c.var.candidate.id)).map(({ id }) => id);
    const parsed = parseCorrection(c.var.fields, own);
    if (!parsed.ok) return showAsk(c, lang, 'correction', { typed: c.var.fields, ...parsed });
    return receive(c, lang, { kind: 'correction', ...parsed.input });
  }

  async function askDeletion(c: C, lang: Lang): Promise<Response> {
    const own = (await applicationsOf(db, c.var.candidate.id)).map(({ id }) => id);
    const parsed = parseDeletion(c.var.fields, own);
    if (!parsed.ok) return showDeletion(c, lang, { typed: c.var.fields, ...parsed });
    return receive(c, lang, { kind: 'deletion', ...parsed.input });
  }

  async function receive(c: C, lang: Lang, asked: Asked): Promise<Response> {
    const received = await ask(deps, c.var.candidate, lang, asked);
    if (!received.ok && received.error.kind === 'too-many') {
      const sent = { typed: c.var.fields, problems: {}, tooMany: true };
      return showAsk(c, lang, asked.kind === 'access' ? 'access' : 'correction', sent);
    }
    const request = received.ok
      ? received.request
      : received.error.kind === 'asked-already'
        ? received.error.request
        : null;
    const path = request
      ? href('my.privacyRequest', lang, { id: request.id })
      : href('my.privacy', lang);
    return c.redirect(`${path}?told=asked`, 303);
  }

  async function showDeletion(c: C, lang: Lang, sent?: Sent): Promise<Response> {
    const { candidate, csrf } = c.var;
    const [withConsent, without, names] = await Promise.all([
      deletableApplications(db, deps, candidate.id, { consented: true, askedAt: null }),
      deletableApplications(db, deps, candidate.id, { consented: false, askedAt: null }),
      titled(candidate.id, lang),
    ]);
    const applications = names.flatMap(({ id, title, reference }): Deletable[] => {
      const free = withConsent.find((one) => one.id === id);
      const bound = without.find((one) => one.id === id);
      if (!free || !bound) return [];
      const { obstacles } = free;
      return [{ id, title, reference, withConsent: obstacles, without: bound.obstacles }];
    });
    const page = deletionPage({
      lang,
      csrf,
      typed: sent?.typed ?? {},
      problems: sent?.problems ?? {},
      applications,
    });
    return answer(c, page, sent ? 422 : 200);
  }

  async function showRequest(c: C, lang: Lang): Promise<Response> {
    const { candidate, csrf } = c.var;
    const request = await requestOf(db, candidate.id, c.req.param('id') ?? '');
    if (!request) return c.notFound();
    const names = await titled(candidate.id, lang);
    const named = (id: string | null): string | null => {
      const found = names.find((one) => one.id === id);
      return found ? `${found.title} (${found.reference})` : null;
    };
    const page = requestPage({
      lang,
      csrf,
      now: clock(),
      request,
      application: named(request.applicationId),
      waiting: request.kind === 'deletion' && !request.closed ? await waiting() : [],
      told: c.req.query('told') === 'asked' ? 'asked' : null,
    });
    return answer(c, page);

    async function waiting() {
      const { consented, askedAt, applicationId } = request!;
      const wish = { consented, askedAt };
      const all = await deletableApplications(db, deps, candidate.id, wish);
      const wanted = all
        .filter(({ id }) => applicationId === null || id === applicationId)
        .map(({ id, reference, obstacles }) => ({ what: named(id) ?? reference, obstacles }));
      if (applicationId !== null) return wanted;
      const obstacles = await obstaclesToTheRest(db, deps, candidate.id, wish);
      return [...wanted, { what: messages(lang)('deletion.rest'), obstacles }];
    }
  }

  async function withdraw(c: C, lang: Lang): Promise<Response> {
    const id = c.req.param('id') ?? '';
    // Taken back twice is taken back; done meanwhile, its page says so.
    if (isUuid(id)) await withdrawRequest(deps, c.var.candidate.id, id);
    return c.redirect(`${href('my.privacy', lang)}?told=withdrawn`, 303);
  }

  async function titled(candidateId: string, lang: Lang) {
    const own = await applicationsOf(db, candidateId);
    return Promise.all(
      own.map(async ({ id, reference, postingId, postingVersion }) => {
        const title = await deps.postingTitle(postingId, postingVersion);
        return { id, reference, title: title[lang] };
      }),
    );
  }

  function answer(
    c: C,
    page: Parameters<Render>[1],
    status: Parameters<Render>[2] = 200,
  ): Response {
    c.header('Cache-Control', 'private, no-store');
    return render(c, page, status);
  }
}
