import { setTimeout as pause } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { href, hrefs, routes } from '#web/routes.ts';
import { readFields } from '#web/read-fields.ts';
import { signInPath, wantedPath, withQuery } from './access/paths.ts';
import type { StaffDeps } from './deps.ts';
import { signInEmail } from './emails.tsx';
import { parseStaffEmail } from './forms.ts';
import { purgeKeptForms } from './kept-forms/kept-forms.ts';
import { confirmPage, sentPage, spentPage } from './pages/link-pages.tsx';
import { type SignInView, signInPage } from './pages/sign-in-page.tsx';
import { unsentPage } from './pages/unsent-page.tsx';
import { findActiveStaff } from './queries.ts';
import { createSignInLimits } from './sign-in/limits.ts';
import { linkUrl } from './sign-in/links.ts';
import type { Sessions } from './sign-in/sessions.ts';
import { linkMinutes } from './sign-in/settings.ts';

/**
 * Least time to answer a request for a link, in milliseconds: above what making and queueing one
 * takes, so that the time taken does not tell whether the address is known.
 */
const answerTime = 300;

/** The pages of signing in and out: plain forms, no script. */
export function staffWeb(deps: StaffDeps & { sessions: Sessions }): Hono {
  const { sessions, origins, render } = deps;
  const limits = createSignInLimits();
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['staff.signIn'][lang], (c) => showSignIn(c, lang));
    app.post(routes['staff.signIn'][lang], (c) => sendLink(c, lang));
    app.get(routes['staff.signInSent'][lang], (c) => showSent(c, lang));
    app.get(routes['staff.signInConfirm'][lang], (c) => showConfirm(c, lang));
    app.post(routes['staff.signInConfirm'][lang], (c) => openSession(c, lang));
    app.post(routes['staff.signOut'][lang], (c) => signOut(c, lang));
  }
  return app;

  async function showSignIn(c: Context, lang: Lang): Promise<Response> {
    const next = wantedPath(c.req.query('next'), lang);
    const { staff, cookies } = await sessions.read(c.req.header('cookie'));
    setCookies(c, cookies);
    if (staff) return c.redirect(next ?? href('desk.processes', lang), 303);
    const told = c.req.query('told');
    const kind = told === 'kept' || told === 'signed-out' ? told : 'nothing';
    return answerSignIn(c, lang, { next, email: '', told: { kind } });
  }

  async function sendLink(c: Context, lang: Lang): Promise<Response> {
    if (isForeign(c.req.raw, Object.values(origins))) return refuseForeign(c, lang);
    const fields = (await readFields(c)) ?? {};
    const next = wantedPath(fields['next'], lang);
    const typed = fields['email'] ?? '';
    const email = parseStaffEmail(typed);
    if (!email) {
      return answerSignIn(c, lang, { next, email: typed, told: { kind: 'bad-email' } }, 422);
    }
    const taken = await limits.take(email, deps.clientAddress(c));
    if (!taken.ok) {
      c.header('Retry-After', String(taken.retryAfter));
      const told = { kind: 'too-many' as const, minutes: Math.ceil(taken.retryAfter / 60) };
      return answerSignIn(c, lang, { next, email: typed, told }, 429);
    }
    await sessions.ready();
    await Promise.all([emailLink(email, lang, next), pause(answerTime)]);
    return c.redirect(withNext(href('staff.signInSent', lang), next), 303);
  }

  /** Writes to the person, if the address is that of staff; the page never tells which. */
  async function emailLink(email: string, lang: Lang, next: string | null): Promise<void> {
    const person = await findActiveStaff(deps.db, email);
    if (!person) return;
    const token = await sessions.createToken(person.email);
    // The message is in the person's language; its link goes on in the one they are reading.
    const url = linkUrl(origins, lang, { token, next });
    const message = signInEmail({ lang: person.lang, recipient: person.email, url });
    await deps.db.transaction().execute((tx) => deps.mail.queue(tx, message));
    deps.log.info({ staffId: person.id }, 'sign-in link sent');
  }

  function showSent(c: Context, lang: Lang): Response {
    return render(c, sentPage(linkView('staff.signInSent', lang, c.req.query('next'))));
  }

  function showConfirm(c: Context, lang: Lang): Response {
    const token = c.req.query('token');
    const next = wantedPath(c.req.query('next'), lang);
    if (!token) return c.redirect(signInPath(lang, next), 303);
    c.header('Cache-Control', 'no-store');
    const action = href('staff.signInConfirm', lang);
    const other = (of: Lang): string =>
      withQuery(
        href('staff.signInConfirm', of),
        new URLSearchParams({ token, ...(next && { next: wantedPath(next, of) ?? next }) }),
      );
    const alternates = { en: other('en'), fr: other('fr') };
    return render(c, confirmPage({ lang, alternates, action, token, next }));
  }

  async function openSession(c: Context, lang: Lang): Promise<Response> {
    if (isForeign(c.req.raw, Object.values(origins))) return refuseForeign(c, lang);
    const fields = (await readFields(c)) ?? {};
    const next = wantedPath(fields['next'], lang);
    const redeemed = await sessions.redeem(fields['token'] ?? '');
    if (redeemed.ok) {
      setCookies(c, redeemed.cookies);
      await Promise.all([purgeKeptForms(deps), sessions.purge()]);
      return c.redirect(next ?? href('desk.processes', lang), 303);
    }
    // The button pressed twice: the first press opened the session.
    const { staff } = await sessions.read(c.req.header('cookie'));
    if (staff) return c.redirect(next ?? href('desk.processes', lang), 303);
    return render(c, spentPage(linkView('staff.signIn', lang, next ?? undefined)), 410);
  }

  async function signOut(c: Context, lang: Lang): Promise<Response> {
    // No token is asked for: leaving must work from any old page, and harms nobody.
    if (isForeign(c.req.raw, Object.values(origins))) return refuseForeign(c, lang);
    const { cookies } = await sessions.signOut(c.req.header('cookie'));
    setCookies(c, cookies);
    c.header('Clear-Site-Data', '"cache"');
    return c.redirect(signInPath(lang, null, 'signed-out'), 303);
  }

  function answerSignIn(
    c: Context,
    lang: Lang,
    view: Pick<SignInView, 'next' | 'email' | 'told'>,
    status?: 422 | 429,
  ): Response {
    const alternates = withNextIn(hrefs('staff.signIn'), view.next);
    const action = href('staff.signIn', lang);
    return render(c, signInPage({ lang, alternates, action, ...view }), status);
  }

  function refuseForeign(c: Context, lang: Lang): Response {
    const way = { kind: 'signIn' as const, path: href('staff.signIn', lang) };
    const alternates = hrefs('staff.signIn');
    return render(c, unsentPage({ lang, alternates, reason: 'foreign', texts: [], way }), 403);
  }
}

function linkView(
  page: 'staff.signIn' | 'staff.signInSent',
  lang: Lang,
  nextText: string | undefined,
) {
  const next = wantedPath(nextText, lang);
  return {
    lang,
    alternates: withNextIn(hrefs(page), next),
    signInPath: signInPath(lang, next),
    minutes: linkMinutes,
  };
}

function withNext(path: string, next: string | null): string {
  return next ? withQuery(path, new URLSearchParams({ next })) : path;
}

/** The page in both languages, each leading on to the wanted page in its own. */
function withNextIn(paths: Localized, next: string | null): Localized {
  const to = (lang: Lang): string => withNext(paths[lang], wantedPath(next ?? undefined, lang));
  return { en: to('en'), fr: to('fr') };
}

function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
