import { type Context, Hono } from 'hono';
import { createNetworkLimit, signInPath, wantedPath } from '#hiring/sign-in';
import { type Lang, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { readFields } from '#web/read-fields.ts';
import { href, routes } from '#web/routes.ts';
import type { CandidatesDeps } from '../deps.ts';
import { type RelyingParty, relyingParty } from '../passkeys/relying-party.ts';
import { signInByPasskey, signInOptions } from '../passkeys/sign-in-by-passkey.ts';
import { pages } from '../sign-in/door.tsx';
import { leadsTo } from '../sign-in/leads-to.ts';
import type { Sessions } from '../sign-in/sessions.ts';

/** Challenges asked for from one network in a quarter of an hour. */
const perNetwork = 60;

/** Signing in with a passkey: what to sign, then the form with the signature. */
export function passkeyRoutes(deps: CandidatesDeps & { sessions: Sessions }): Hono {
  const limit = createNetworkLimit(perNetwork);
  const app = new Hono();
  for (const lang of langs) {
    const party = relyingParty(deps.origins, lang);
    if (!party) continue;
    app.post(routes['my.passkeySignInOptions'][lang], (c) => giveOptions(c, party));
    app.post(routes['my.passkeySignIn'][lang], (c) => openSession(c, lang, party));
  }
  return app;

  async function giveOptions(c: Context, party: RelyingParty): Promise<Response> {
    if (isForeign(c.req.raw, Object.values(deps.origins))) return c.json(null, 403);
    const taken = await limit(deps.clientAddress(c));
    if (!taken.ok) {
      c.header('Retry-After', String(taken.retryAfter));
      return c.json(null, 429);
    }
    c.header('Cache-Control', 'no-store');
    return c.json(await signInOptions(deps, party));
  }

  async function openSession(c: Context, lang: Lang, party: RelyingParty): Promise<Response> {
    const fields = (await readFields(c)) ?? {};
    const next = wantedPath(fields['next'], lang, leadsTo);
    const failed = signInPath({ pages }, lang, next, 'other-way');
    if (isForeign(c.req.raw, Object.values(deps.origins))) return c.redirect(failed, 303);
    const signedIn = await signInByPasskey(deps, party, {
      answer: fields['answer'],
      cookie: c.req.header('cookie'),
    });
    if (!signedIn.ok) return c.redirect(failed, 303);
    for (const cookie of signedIn.cookies) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect(next ?? href(pages.home, lang), 303);
  }
}
