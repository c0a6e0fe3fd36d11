import type { Context, MiddlewareHandler } from 'hono';
import { isForeign } from '#web/foreign.ts';
import { errorPage } from '#web/layout/index.ts';
import { href } from '#web/routes.ts';
import type { StaffDeps } from '../deps.ts';
import { forgetKeptForms, keepForm } from '../kept-forms/kept-forms.ts';
import type { SignedInStaff } from '../model.ts';
import { type UnsentReason, unsentPage } from '../pages/unsent-page.tsx';
import { type Permission, may } from '../policy.ts';
import { isActiveStaff } from '../queries.ts';
import type { SessionStaff, Sessions } from '../sign-in/sessions.ts';
import type { FormToken, FormTokens } from './form-token.ts';
import { counterparts, deskPath, langOf, signInPath } from './paths.ts';
import { type Fields, longFormBytes, readFields } from '#web/read-fields.ts';

/** What handlers behind `requireStaff` find in `c.var`. */
export type StaffEnv = {
  Variables: {
    staff: SignedInStaff;
    /** Text fields of a form that was sent, its token apart; empty when a page is read. */
    fields: Fields;
  };
};

/**
 * `keep: false` for forms whose text must never be written down unsealed: it is only shown again
 * to whoever sent it.
 */
export type RequireStaff = (
  permission: Permission,
  options?: { keep?: boolean },
) => MiddlewareHandler<StaffEnv>;

type GuardDeps = StaffDeps & { sessions: Sessions; tokens: FormTokens };

/**
 * Lets a request through for signed-in staff with the permission, and answers all others:
 * - nobody signed in: a page leads to signing in and back; a form that was sent is kept for its
 *   author first, or shown for them to copy where it cannot be kept;
 * - not permitted: 403;
 * - a form from another site, or without the token of a page of this person: 403, its text shown.
 */
export function createRequireStaff(
  deps: GuardDeps,
): RequireStaff {
  return (permission, { keep: keeps = true } = {}) => async (c, next) => {
    const { staff, cookies } = await deps.sessions.read(c.req.header('cookie'));
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD';
    const passage = reading ? admitReader(deps, c, staff) : await admitSender(deps, c, staff, keeps);
    let answer = passage instanceof Response ? passage : undefined;
    if (!(passage instanceof Response)) {
      c.set('staff', passage.staff);
      c.set('fields', passage.fields);
      if (passage.staff.can(permission)) await next();
      else answer = forbidden(deps, c);
    }
    if (answer) c.res = answer;
    // Shared caches must not keep the desk; the browser's Back button may, or it would lose what
    // was typed. Signing out empties it.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
    if (!reading && staff && !answer && c.res.status === 303) {
      await forgetKeptForms(deps.db, staff.id, c.req.path);
    }
  };
}

type Passage = StaffEnv['Variables'];

function admitReader(deps: GuardDeps, c: Context, staff: SessionStaff | null): Passage | Response {
  const page = c.req.path + new URL(c.req.url).search;
  if (!staff) return c.redirect(signInPath(langOf(page), deskPath(page)), 303);
  return { staff: signedIn(deps, staff, page), fields: {} };
}

async function admitSender(
  deps: GuardDeps,
  c: Context,
  staff: SessionStaff | null,
  keeps: boolean,
): Promise<Passage | Response> {
  if (isForeign(c.req.raw, Object.values(deps.origins))) return refuse('foreign', {});
  const fields = await readFields(c, longFormBytes);
  if (!fields) return refuse('tooLarge', {});
  const { csrf, ...typed } = fields;
  const token = deps.tokens.verify(csrf);
  if (!token) return refuse('stale', typed);
  if (staff?.id === token.staffId) {
    return { staff: signedIn(deps, staff, token.page), fields: typed };
  }

  if (!keeps) return refuse('sealed', typed, token);
  // The session ended, and perhaps somebody else signed in: the text is kept for its author only.
  const kept = await keep(deps, c, token, typed);
  if (staff) return refuse('otherPerson', {});
  if (!kept) return refuse('tooLong', typed, token);
  return c.redirect(signInPath(langOf(c.req.path), deskPath(token.page), 'kept'), 303);

  function refuse(reason: UnsentReason, typed: Fields, token?: FormToken): Response {
    if (staff) c.set('staff', signedIn(deps, staff, href('desk.processes', langOf(c.req.path))));
    return unsent(deps, c, { reason, typed, page: token?.page, signedIn: staff !== null });
  }
}

function signedIn(deps: GuardDeps, staff: SessionStaff, page: string): SignedInStaff {
  return {
    ...staff,
    can: (permission) => may(staff.role, permission),
    csrf: deps.tokens.sign({ staffId: staff.id, page }),
  };
}

/** Whether the form could be kept: not if it is too long, or its author may not come back. */
async function keep(
  deps: GuardDeps,
  c: Context,
  token: FormToken,
  fields: Fields,
): Promise<boolean> {
  const { staffId } = token;
  if (!(await isActiveStaff(deps.db, staffId))) return false;
  const page = token.page.split('?')[0] ?? '';
  const { ok } = await keepForm(deps, { staffId, page, action: c.req.path, fields });
  if (ok) deps.log.info({ staffId }, 'form kept for after signing in');
  return ok;
}

function unsent(
  deps: GuardDeps,
  c: Context,
  form: { reason: UnsentReason; typed: Fields; page: string | undefined; signedIn: boolean },
): Response {
  const lang = langOf(c.req.path);
  const page = deskPath(form.page) ?? refererPath(c) ?? href('desk.processes', lang);
  const view = unsentPage({
    lang,
    alternates: counterparts(page.split('?')[0] ?? ''),
    reason: form.reason,
    // Writing has spaces in it; identifiers and choices do not.
    texts: Object.entries(form.typed)
      .filter(([name, text]) => !name.startsWith('passphrase') && /\S\s+\S/.test(text))
      .map(([, text]) => text),
    way: form.signedIn
      ? { kind: 'back', path: page }
      : { kind: 'signIn', path: signInPath(lang, page) },
  });
  return deps.render(c, view, form.reason === 'tooLarge' ? 413 : 403);
}

function refererPath(c: Context): string | null {
  const referer = c.req.header('referer');
  if (!referer || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return deskPath(pathname + search);
}

function forbidden(deps: GuardDeps, c: Context): Response {
  const alternates = counterparts(c.req.path);
  return deps.render(
    c,
    errorPage(langOf(c.req.path), 'forbidden', { area: 'desk', alternates }),
    403,
  );
}
