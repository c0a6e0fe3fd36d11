import { type Context, Hono } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { readSearch, searchWords } from '#hiring/postings';
import { type Lang, langs } from '#platform/i18n';
import { networkOf } from '#web/client-address.ts';
import { isForeign } from '#web/foreign.ts';
import { readFields } from '#web/read-fields.ts';
import type { Render } from '#web/render.ts';
import { href, routes } from '#web/routes.ts';
import { askForAlerts } from './ask-for-alerts.ts';
import { type Alert, confirmAlert, findAlert, stopAlert } from './change-alerts.ts';
import type { AlertRequests, JobAlertsDeps } from './deps.ts';
import { parseAlert } from './forms.ts';
import { type LinkPurpose, createAlertLinks } from './links.ts';
import { donePage, goneLinkPage, linkPage, sentPage } from './pages/answer-pages.tsx';
import { type AskView, askPage } from './pages/ask-page.tsx';

/** Requests in a quarter of an hour: for one address of e-mail, and from one network. */
const perEmail = 4;
const perNetwork = 20;
const windowSeconds = 15 * 60;

export type JobAlertsWebDeps = JobAlertsDeps & AlertRequests & { render: Render };

/** The pages of job alerts: asking, confirming, stopping. Nobody has to sign in. */
export function jobAlertsWeb(deps: JobAlertsWebDeps): Hono {
  const { db, render } = deps;
  const app = new Hono();
  const links = createAlertLinks(deps.secret);
  const emails = new RateLimiterMemory({ points: perEmail, duration: windowSeconds });
  const networks = new RateLimiterMemory({ points: perNetwork, duration: windowSeconds });
  for (const lang of langs) {
    app.get(routes['alerts.ask'][lang], (c) => show(c, lang, {}));
    app.post(routes['alerts.ask'][lang], (c) => ask(c, lang));
    app.get(routes['alerts.sent'][lang], (c) => render(c, sentPage(lang)));
    for (const purpose of ['confirm', 'stop'] as const) {
      app.get(routes[`alerts.${purpose}`][lang], (c) => showLink(c, lang, purpose));
      // Mail programs post here too (RFC 8058): from no page of ours, so no origin is asked for.
      app.post(routes[`alerts.${purpose}`][lang], (c) => followLink(c, lang, purpose));
    }
  }
  return app;

  function show(
    c: Context,
    lang: Lang,
    found: Partial<Pick<AskView, 'typed' | 'problems' | 'notice'>>,
    status: 200 | 403 | 422 | 429 = 200,
  ): Response | Promise<Response> {
    const search = readSearch(c.req.query());
    const page = askPage({
      lang,
      search,
      searchWords: searchWords(search, lang),
      typed: {},
      problems: {},
      notice: null,
      ...found,
    });
    return render(c, page, status);
  }

  async function ask(c: Context, lang: Lang): Promise<Response> {
    const typed = (await readFields(c)) ?? {};
    if (isForeign(c.req.raw, Object.values(deps.origins))) {
      return show(c, lang, { typed, notice: 'foreign' }, 403);
    }
    const parsed = parseAlert(typed);
    if (!parsed.ok) return show(c, lang, { typed, problems: parsed.problems }, 422);
    if (!(await mayAsk(parsed.input.email, deps.clientAddress(c)))) {
      return show(c, lang, { typed, notice: 'busy' }, 429);
    }
    const search = readSearch(c.req.query());
    await askForAlerts({ ...deps, links }, { ...parsed.input, search });
    return c.redirect(href('alerts.sent', lang), 303);
  }

  async function mayAsk(email: string, address: string): Promise<boolean> {
    try {
      await networks.consume(networkOf(address));
      await emails.consume(email.toLowerCase());
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }

  async function showLink(c: Context, lang: Lang, purpose: LinkPurpose): Promise<Response> {
    keepToItself(c);
    const alert = await alertOf(c, purpose);
    if (!alert) return render(c, goneLinkPage(lang), 410);
    return render(c, linkPage({ lang, purpose, token: tokenOf(c), email: alert.email }));
  }

  async function followLink(c: Context, lang: Lang, purpose: LinkPurpose): Promise<Response> {
    keepToItself(c);
    const alert = await alertOf(c, purpose);
    const view = { lang, purpose, token: tokenOf(c), email: alert?.email ?? '' };
    if (purpose === 'stop') {
      // Stopped already is stopped: a second press must not look like a failure.
      if (alert) await stopAlert(db, alert.id);
      return links.alertOf('stop', tokenOf(c))
        ? render(c, donePage(view))
        : render(c, goneLinkPage(lang), 410);
    }
    const begun = alert !== null && (await confirmAlert(deps, alert.id));
    return begun ? render(c, donePage(view)) : render(c, goneLinkPage(lang), 410);
  }

  async function alertOf(c: Context, purpose: LinkPurpose): Promise<Alert | null> {
    const id = links.alertOf(purpose, tokenOf(c));
    return id === null ? null : findAlert(db, id);
  }
}

function tokenOf(c: Context): string {
  return c.req.param('token') ?? '';
}

/** The address of these pages opens a door, and they name somebody. */
function keepToItself(c: Context): void {
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
}
