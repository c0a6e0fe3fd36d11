import { type Context, Hono } from 'hono';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { readFields } from '#web/read-fields.ts';
import { href, hrefs, routes } from '#web/routes.ts';
import type { Door, Person } from './door.ts';
import { parseEmailAddress } from './email-address.ts';
import { purgeKeptForms } from './kept-forms.ts';
import { confirmPage, sentPage, spentPage } from './pages/link-pages.tsx';
import { type SignInView, signInPage } from './pages/sign-in-page.tsx';
import { unsentPage } from './pages/unsent-page.tsx';
import { localizedPath, wantedPath as wanted, withQuery } from './paths.ts';
import { signInPath, toldInAddress } from './sign-in-path.ts';

/** The pages of signing in and out at a door: plain forms, no script. */
export function doorWeb<P extends Person>(door: Door<P>): Hono {
  const { sessions, pages, area, origins, render } = door;
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes[pages.signIn][lang], (c) => showSignIn(c, lang));
    app.post(routes[pages.signIn][lang], (c) => sendLink(c, lang));
    app.get(routes[pages.sent][lang], (c) => showSent(c, lang));
    app.get(routes[pages.confirm][lang], (c) => showConfirm(c, lang));
    app.post(routes[pages.confirm][lang], (c) => openSession(c, lang));
    app.post(routes[pages.signOut][lang], (c) => signOut(c, lang));
  }
  return app;

  async function showSignIn(c: Context, lang: Lang): Promise<Response> {
    const next = wantedPath(c.req.query('next'), lang);
    const { person, cookies } = await sessions.read(c.req.header('cookie'));
    setCookies(c, cookies);
    if (person) return c.redirect(next ?? href(pages.home, lang), 303);
    const told = c.req.query('told');
    const kind = toldInAddress.find((known) => known === told) ?? 'nothing';
    return answerSignIn(c, lang, { next, email: '', told: { kind } });
  }

  async function sendLink(c: Context, lang: Lang): Promise<Response> {
    if (isForeign(c.req.raw, Object.values(origins))) return refuseForeign(c, lang);
    const fields = (await readFields(c)) ?? {};
    const next = wantedPath(fields['next'], lang);
    const typed = fields['email'] ?? '';
    const email = parseEmailAddress(typed);
    if (!email) {
      return answerSignIn(c, lang, { next, email: typed, told: { kind: 'bad-email' } }, 422);
    }
    const taken = await door.limits.take(email, door.clientAddress(c));
    if (!taken.ok) {
      c.header('Retry-After', String(taken.retryAfter));
      const told = { kind: 'too-many' as const, minutes: Math.ceil(taken.retryAfter / 60) };
      return answerSignIn(c, lang, { next, email: typed, told }, 429);
    }
    await door.sendLink(email, lang, next);
    return c.redirect(withNext(href(pages.sent, lang), next), 303);
  }

  function showSent(c: Context, lang: Lang): Response {
    const next = wantedPath(c.req.query('next'), lang);
    return render(c, sentPage({ ...linkView(lang, pages.sent, next), words: door.words(lang) }));
  }

  async function showConfirm(c: Context, lang: Lang): Promise<Response> {
    const token = c.req.query('token');
    const next = wantedPath(c.req.query('next'), lang);
    if (!token) return c.redirect(signInPath(door, lang, next), 303);
    c.header('Cache-Control', 'no-store');
    const holder = sessions.peek && (await sessions.peek(token));
    if (holder?.email === null) return leadOn(c, lang, holder.path?.[lang] ?? next);
    const action = href(pages.confirm, lang);
    const other = (of: Lang): string =>
      withQuery(
        href(pages.confirm, of),
        new URLSearchParams({ token, ...(next && { next: localizedPath(next)[of] }) }),
      );
    const alternates = { en: other('en'), fr: other('fr') };
    const email = holder?.email ?? null;
    return render(c, confirmPage({ lang, area, email, alternates, action, token, next }));
  }

  async function openSession(c: Context, lang: Lang): Promise<Response> {
    if (isForeign(c.req.raw, Object.values(origins))) return refuseForeign(c, lang);
    const fields = (await readFields(c)) ?? {};
    const next = wantedPath(fields['next'], lang);
    const redeemed = await sessions.redeem(fields['token'] ?? '', c.req.header('cookie'));
    const to = redeemed.path?.[lang] ?? next;
    if (!redeemed.ok) return leadOn(c, lang, to);
    setCookies(c, redeemed.cookies);
    await Promise.all([purgeKeptForms(door), sessions.purge()]);
    return c.redirect(to ?? href(pages.home, lang), 303);
  }

  /** The link is spent: perhaps by the same button, pressed twice, whose session is open. */
  async function leadOn(c: Context, lang: Lang, next: string | null): Promise<Response> {
    const { person } = await sessions.read(c.req.header('cookie'));
    if (person) return c.redirect(next ?? href(pages.home, lang), 303);
    return render(c, spentPage(linkView(lang, pages.signIn, next)), 410);
  }

  async function signOut(c: Context, lang: Lang): Promise<Response> {
    // No token is asked for: leaving must work from any old page, and harms nobody.
    if (isForeign(c.req.raw, Object.values(origins))) return refuseForeign(c, lang);
    const { cookies } = await sessions.signOut(c.req.header('cookie'));
    setCookies(c, cookies);
    c.header('Clear-Site-Data', '"cache"');
    return c.redirect(signInPath(door, lang, null, 'signed-out'), 303);
  }

  function answerSignIn(
    c: Context,
    lang: Lang,
    view: Pick<SignInView, 'next' | 'email' | 'told'>,
    status?: 422 | 429,
  ): Response {
    const page = signInPage({
      ...view,
      lang,
      area,
      words: door.words(lang),
      alternates: withNextIn(hrefs(pages.signIn), view.next),
      action: href(pages.signIn, lang),
      more: door.otherWays?.(lang, view.next),
    });
    return render(c, page, status);
  }

  function refuseForeign(c: Context, lang: Lang): Response {
    const page = unsentPage({
      lang,
      area,
      words: door.words(lang),
      alternates: hrefs(pages.signIn),
      reason: 'foreign',
      texts: [],
      way: { kind: 'signIn', path: href(pages.signIn, lang) },
    });
    return render(c, page, 403);
  }

  function linkView(lang: Lang, page: Door<P>['pages']['signIn'], next: string | null) {
    return {
      lang,
      area,
      alternates: withNextIn(hrefs(page), next),
      signInPath: signInPath(door, lang, next),
      minutes: door.linkMinutes,
    };
  }

  function wantedPath(text: string | undefined, lang: Lang): string | null {
    return wanted(text, lang, door.leadsTo);
  }
}

function withNext(path: string, next: string | null): string {
  return next ? withQuery(path, new URLSearchParams({ next })) : path;
}

/** The page in both languages, each leading on to the wanted page in its own. */
function withNextIn(paths: Localized, next: string | null): Localized {
  const to = (lang: Lang): string =>
    withNext(paths[lang], next === null ? null : localizedPath(next)[lang]);
  return { en: to('en'), fr: to('fr') };
}

function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
