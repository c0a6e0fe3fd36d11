import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { signInPath, withQuery } from '#hiring/sign-in';
import { type Lang, isLang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import type { CandidateEnv } from '../candidate-env.ts';
import { changeLanguage } from '../change-language.ts';
import type { CandidatesDeps } from '../deps.ts';
import { type AccountOutcome, accountOutcomes, accountPage } from '../pages/account-page.tsx';
import { addPasskey, newPasskeyOptions } from '../passkeys/add-passkey.ts';
import { listPasskeys } from '../passkeys/queries.ts';
import { type RelyingParty, relyingParty } from '../passkeys/relying-party.ts';
import { removePasskey } from '../passkeys/remove-passkey.ts';
import { countSessions } from '../queries.ts';
import { pages } from '../sign-in/door.tsx';
import type { Sessions } from '../sign-in/sessions.ts';

type Deps = CandidatesDeps & {
  sessions: Sessions;
  requireCandidate: MiddlewareHandler<CandidateEnv>;
};

/** The account page and its forms. */
export function accountRoutes(deps: Deps): Hono<CandidateEnv> {
  const { db, sessions, requireCandidate } = deps;
  const app = new Hono<CandidateEnv>();
  for (const lang of langs) {
    const party = relyingParty(deps.origins, lang);
    app.get(routes['my.account'][lang], requireCandidate, (c) => show(c, lang, party));
    app.post(routes['my.language'][lang], requireCandidate, async (c) => {
      const chosen = c.var.fields['lang'];
      if (!isLang(chosen)) return back(c, lang);
      await changeLanguage(db, c.var.candidate.id, chosen);
      // Said in the language chosen: the one that the person wants to hear.
      return back(c, chosen, 'language');
    });
    app.post(routes['my.signOutEverywhere'][lang], requireCandidate, async (c) => {
      await sessions.endAll(c.var.candidate.id);
      const { cookies } = await sessions.signOut(c.req.header('cookie'));
      for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
      c.header('Clear-Site-Data', '"cache"');
      return c.redirect(signInPath({ pages }, lang, null, 'signed-out'), 303);
    });
    if (party) addPasskeyRoutes(lang, party);
  }
  return app;

  function addPasskeyRoutes(lang: Lang, party: RelyingParty): void {
    app.post(routes['my.passkeyAddOptions'][lang], requireCandidate, async (c) =>
      c.json(await newPasskeyOptions(deps, c.var.candidate, party)),
    );
    app.post(routes['my.passkeyAdd'][lang], requireCandidate, async (c) => {
      const { answer, name } = c.var.fields;
      const added = await addPasskey(deps, c.var.candidate, party, { answer, name });
      if (added.ok) return back(c, lang, 'added');
      const outcomes = {
        refused: 'refused',
        'known-already': 'known',
        'too-many': 'many',
      } as const;
      return back(c, lang, outcomes[added.error.kind]);
    });
    app.post(routes['my.passkeyRemove'][lang], requireCandidate, async (c) => {
      await removePasskey(db, c.var.candidate.id, c.var.fields['id']);
      return back(c, lang, 'removed');
    });
  }

  async function show(
    c: Context<CandidateEnv>,
    lang: Lang,
    party: RelyingParty | null,
  ): Promise<Response> {
    const { candidate, csrf } = c.var;
    const [own, open] = await Promise.all([
      party && listPasskeys(db, candidate.id),
      countSessions(db, candidate.id, deps.clock()),
    ]);
    const passkeys =
      own?.map(({ domain, ...passkey }) => ({
        ...passkey,
        otherDomain: domain === party?.domain ? null : domain,
      })) ?? null;
    const told = c.req.query('told');
    const outcome = accountOutcomes.find((known) => known === told) ?? null;
    return deps.render(
      c,
      accountPage({ lang, candidate, csrf, outcome, passkeys, sessions: open }),
    );
  }
}

function back(c: Context, lang: Lang, outcome?: AccountOutcome): Response {
  const query = new URLSearchParams(outcome && { told: outcome });
  return c.redirect(withQuery(href('my.account', lang), query), 303);
}
