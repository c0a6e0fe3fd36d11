import { finished } from 'node:stream/promises';
import { type Context, Hono } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Posting } from '#hiring/postings';
import { acceptsApplications, defaultTimeZone, isPublic } from '#hiring/postings';
import { type Lang, langs } from '#platform/i18n';
import { errorPage } from '#web/layout/index.ts';
import { href, hrefs, routes } from '#web/routes.ts';
import type { ApplicationsDeps } from './deps.ts';
import { createFormTokens } from './form-token.ts';
import { formLimits, readForm } from './intake/read-form.ts';
import type { PostingFacts } from './pages/form-view.ts';
import { formPage } from './pages/form-page.tsx';
import { receiptPage } from './pages/receipt-page.tsx';
import { closedPage, unreadablePage, withdrawnPage } from './pages/refusal-page.tsx';
import { postingFacts } from './posting-facts.ts';
import { findReceipt } from './queries.ts';
import { receiveApplication } from './receive-application.ts';
import { closingFor, isExtended } from './rules.ts';
import { floodsAt, sendsPerTenMinutes, unreadableStatus } from './web/limits.ts';
import { otherSiteForm } from './web/other-site-form.ts';

/** The pages of applying: form, sending, receipt. */
export function applicationsWeb(deps: ApplicationsDeps): Hono {
  const app = new Hono();
  const tokens = createFormTokens(deps.secret);
  const limiter = new RateLimiterMemory({ points: sendsPerTenMinutes, duration: 600 });
  for (const lang of langs) {
    app.get(routes['apply.form'][lang], (c) => showForm(c, lang));
    app.post(routes['apply.form'][lang], (c) => receiveForm(c, lang));
    app.get(routes['apply.receipt'][lang], (c) => showReceipt(c, lang));
  }
  app.post(
    '/v0/apply',
    otherSiteForm(deps, tokens, (c) => countSend(deps.clientAddress(c))),
  );
  return app;

  async function showForm(c: Context, lang: Lang): Promise<Response> {
    const found = findPosting(c, lang);
    if (!found.ok) return found.response();
    const { posting, facts } = found;
    const { clock, render, closingGraceMinutes: graceMinutes } = deps;
    const later = await deps.extensions.laterClosingOfLink(posting.id, c.req.query('until'));
    const shown = { ...facts, closesAt: closingFor(facts.closesAt, later) };
    if (!isOpen(posting) && !isExtended(posting, later, clock())) {
      return render(c, closedPage({ lang, posting: facts, typed: {}, graceMinutes }), 410);
    }
    const token = tokens.sign({
      submissionKey: deps.ids.uuid(),
      postingId: posting.id,
      openedAt: clock(),
    });
    const page = formPage({
      lang,
      posting: shown,
      token,
      typed: { correspondence: lang },
      problems: {},
      resumeProblem: null,
      keptResume: null,
      notice: null,
    });
    // Each form is for one person: no cache on the way may give it to another.
    c.header('Cache-Control', 'private, no-cache');
    return render(c, page);
  }

  async function receiveForm(c: Context, lang: Lang): Promise<Response> {
    const sends = await countSend(deps.clientAddress(c));
    if (sends > floodsAt) return deps.render(c, errorPage(lang, 'too-many'), 429);
    const found = findPosting(c, lang);
    if (!found.ok) return found.withdrawn ? receiveWithdrawn(c, lang) : found.response();
    const { posting, facts } = found;
    const outcome = await receiveApplication(deps, tokens, {
      request: c.req.raw,
      lang,
      posting,
      facts,
      acceptsNow: isOpen(posting),
      busy: sends > sendsPerTenMinutes,
      limits: formLimits,
    });
    switch (outcome.kind) {
      case 'submitted': {
        const slug = posting.slugs[lang];
        return c.redirect(href('apply.receipt', lang, { slug, key: outcome.submissionKey }), 303);
      }
      case 'correct':
        return deps.render(c, formPage(outcome.view), outcome.status);
      case 'closed':
        return deps.render(
          c,
          closedPage({
            lang,
            posting: facts,
            typed: outcome.typed,
            graceMinutes: deps.closingGraceMinutes,
          }),
          409,
        );
      case 'unreadable': {
        const { reason: kind } = outcome;
        return deps.render(
          c,
          unreadablePage({ lang, posting: facts, kind }),
          unreadableStatus[kind],
        );
      }
    }
  }

  /** A form of a posting that is no longer on the site: what was typed is given back. */
  async function receiveWithdrawn(c: Context, lang: Lang): Promise<Response> {
    const form = await readForm(
      c.req.raw,
      formLimits,
      (stream) => finished(stream.resume()),
      async () => {},
    );
    const typed = form.ok ? form.fields : {};
    const page = withdrawnPage({ lang, typed, alternates: hrefs('postings.index') });
    return deps.render(c, page, 410);
  }

  /** How often this address sent the form in the last ten minutes, this time included. */
  async function countSend(address: string): Promise<number> {
    const { consumedPoints } = await limiter
      .consume(address)
      .catch((refusal: RateLimiterRes) => refusal);
    return consumedPoints;
  }

  async function showReceipt(c: Context, lang: Lang): Promise<Response> {
    const receipt = await findReceipt(deps.db, c.req.param('key') ?? '');
    const advertised = receipt && (await deps.advertised(receipt.postingVersion));
    if (!receipt || !advertised) return c.notFound();
    const changedTo = await deps.changedSince(receipt.postingVersion);
    const posting = deps.postings.snapshot().byId(receipt.postingId);
    const key = c.req.param('key') ?? '';
    const slugs = posting?.slugs ?? {
      en: c.req.param('slug') ?? '',
      fr: c.req.param('slug') ?? '',
    };
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    return deps.render(
      c,
      receiptPage({
        lang,
        receipt,
        postingTitle: advertised.text[lang].title,
        changesPath:
          changedTo &&
          href('postings.changes', lang, { from: receipt.postingVersion, to: changedTo }),
        postingPath:
          posting && isPublic(deps.postings.stateOf(posting))
            ? href('postings.show', lang, { slug: slugs[lang] })
            : null,
        timeZone: posting?.facts?.timeZone ?? defaultTimeZone,
        more: deps.afterReceipt(lang, receipt),
        paths: {
          en: href('apply.receipt', 'en', { slug: slugs.en, key }),
          fr: href('apply.receipt', 'fr', { slug: slugs.fr, key }),
        },
      }),
    );
  }

  function isOpen(posting: Posting): boolean {
    return acceptsApplications(deps.postings.stateOf(posting));
  }

  /** The posting of the address, or the answer to give instead. A draft or a scheduled one is not public. */
  function findPosting(
    c: Context,
    lang: Lang,
  ):
    | { ok: true; posting: Posting; facts: PostingFacts }
    | { ok: false; withdrawn: boolean; response(): Response | Promise<Response> } {
    const refuse = (response: () => Response | Promise<Response>, withdrawn = false) => ({
      ok: false as const,
      withdrawn,
      response,
    });
    const unknown = () => c.notFound();
    const catalogue = deps.postings.snapshot();
    const answer = catalogue.bySlug(lang, c.req.param('slug') ?? '');
    if (answer.kind === 'moved') {
      // 308 keeps the method: a form sent to an old address is sent again to the new one, whole.
      return refuse(() => c.redirect(href('apply.form', lang, { slug: answer.slug }), 308));
    }
    if (answer.kind !== 'found') return refuse(unknown, answer.kind === 'gone');
    const { posting } = answer;
    if (!isPublic(deps.postings.stateOf(posting))) return refuse(unknown, true);
    return { ok: true, posting, facts: postingFacts(posting, lang) };
  }
}
