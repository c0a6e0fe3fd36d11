import type { Context, MiddlewareHandler } from 'hono';
import { isForeign } from '#web/foreign.ts';
import { type Fields, longFormBytes, readFields } from '#web/read-fields.ts';
import { href, hrefs } from '#web/routes.ts';
import type { Door, Person } from './door.ts';
import type { FormToken } from './form-token.ts';
import { forgetKeptForms, keepForm } from './kept-forms.ts';
import { type UnsentReason, unsentPage } from './pages/unsent-page.tsx';
import { counterparts, langOf, safePath } from './paths.ts';
import { signInPath } from './sign-in-path.ts';

/** What handlers behind a guard find in `c.var`, beside the person. */
export type DoorEnv = {
  Variables: {
    /** Text fields of a form that was sent, its token apart; empty when a page is read. */
    fields: Fields;
  };
};

/** `refuse` answers those who are signed in and may not pass; null lets them. */
export type Guard = (refuse: (c: Context) => Response | null) => MiddlewareHandler;

/**
 * Lets a request through for whoever is signed in, and answers all others:
 * - nobody signed in: a page leads to signing in and back; a form that was sent is kept for its
 *   author first, or shown for them to copy where it cannot be kept;
 * - a form from another site, or without the token of a page of this person: 403, its text shown.
 */
export function createGuard<P extends Person>(door: Door<P>): Guard {
  return (refuse) => async (c, next) => {
    const { person, cookies } = await door.sessions.read(c.req.header('cookie'));
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD';
    const passage = reading ? admitReader(door, c, person) : await admitSender(door, c, person);
    let answer: Response | null = null;
    if (passage instanceof Response) answer = passage;
    else {
      admit(door, c, passage.person, passage.page);
      c.set('fields', passage.fields);
      answer = refuse(c);
      if (!answer) await next();
    }
    if (answer) c.res = answer;
    // Shared caches must not keep what is a person's own; the browser's Back button may, or it
    // would lose what was typed. Signing out empties it.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
    if (!reading && person && !answer && c.res.status === 303) {
      await forgetKeptForms(door.db, { kind: door.owner, id: person.id }, c.req.path);
    }
  };
}

/** `page`: path and query of the page that is shown, or that the form is on. */
type Passage<P> = { person: P; page: string; fields: Fields };

function admitReader<P extends Person>(
  door: Door<P>,
  c: Context,
  person: P | null,
): Passage<P> | Response {
  const page = c.req.path + new URL(c.req.url).search;
  if (!person) {
    return c.redirect(signInPath(door, langOf(page), safePath(page, door.leadsTo)), 303);
  }
  return { person, page, fields: {} };
}

async function admitSender<P extends Person>(
  door: Door<P>,
  c: Context,
  person: P | null,
): Promise<Passage<P> | Response> {
  if (isForeign(c.req.raw, Object.values(door.origins))) return refuse('foreign', {});
  const fields = await readFields(c, longFormBytes);
  if (!fields) return refuse('tooLarge', {});
  const { csrf, ...typed } = fields;
  const token = door.tokens.verify(csrf);
  if (!token) return refuse('stale', typed);
  if (person?.id === token.personId) return { person, page: token.page, fields: typed };

  // The session ended, and perhaps somebody else signed in: the text is kept for its author only.
  const kept = await keep(door, c, token, typed);
  if (person) return refuse('otherPerson', {});
  if (!kept) return refuse('tooLong', typed, token);
  const back = safePath(token.page, door.leadsTo);
  return c.redirect(signInPath(door, langOf(c.req.path), back, 'kept'), 303);

  function refuse(reason: UnsentReason, typed: Fields, token?: FormToken): Response {
    if (person) admit(door, c, person, href(door.pages.home, langOf(c.req.path)));
    return unsent(door, c, { reason, typed, page: token?.page, signedIn: person !== null });
  }
}

function admit<P extends Person>(door: Door<P>, c: Context, person: P, page: string): void {
  door.admit(c, person, door.tokens.sign({ personId: person.id, page }));
}

/** Whether the form could be kept: not if it is too long, or its author may not come back. */
async function keep<P extends Person>(
  door: Door<P>,
  c: Context,
  token: FormToken,
  fields: Fields,
): Promise<boolean> {
  const { personId } = token;
  if (!(await door.isKnown(personId))) return false;
  const page = token.page.split('?')[0] ?? '';
  const owner = { kind: door.owner, id: personId };
  const { ok } = await keepForm(door, { owner, page, action: c.req.path, fields });
  if (ok) door.log.info({ [door.owner]: personId }, 'form kept for after signing in');
  return ok;
}

function unsent<P extends Person>(
  door: Door<P>,
  c: Context,
  form: { reason: UnsentReason; typed: Fields; page: string | undefined; signedIn: boolean },
): Response {
  const lang = langOf(c.req.path);
  const home = hrefs(door.pages.home);
  const page = safePath(form.page, door.leadsTo) ?? refererPath(door, c) ?? home[lang];
  const view = unsentPage({
    lang,
    area: door.area,
    words: door.words(lang),
    alternates: counterparts(page.split('?')[0] ?? '', home),
    reason: form.reason,
    // Writing has spaces in it; identifiers and choices do not.
    texts: Object.values(form.typed).filter((text) => /\S\s+\S/.test(text)),
    way: form.signedIn
      ? { kind: 'back', path: page }
      : { kind: 'signIn', path: signInPath(door, lang, page) },
  });
  return door.render(c, view, form.reason === 'tooLarge' ? 413 : 403);
}

function refererPath<P extends Person>(door: Door<P>, c: Context): string | null {
  const referer = c.req.header('referer');
  if (!referer || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return safePath(pathname + search, door.leadsTo);
}
