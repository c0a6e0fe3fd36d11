import { type Context, Hono } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Lang, langs } from '#platform/i18n';
import { networkOf } from '#web/client-address.ts';
import { isForeign } from '#web/foreign.ts';
import { readFields } from '#web/read-fields.ts';
import { href, routes } from '#web/routes.ts';
import { askForAccommodation } from '../cases/ask.ts';
import { newCode, parseCode } from '../codes.ts';
import type { AccommodationWebDeps } from '../deps.ts';
import { type Typed, parseRequest } from '../forms.ts';
import type { CaseFormTokens } from '../form-token.ts';
import { hasCustodian } from '../keys/queries.ts';
import { type AskView, askPage, notReadyPage } from '../pages/ask-page.tsx';
import { publicPostings } from '../posting-choices.ts';
import type { CaseCookies } from './cookies.ts';

/** Requests from one network in ten minutes: a shared line in a library is one network. */
const requestsAtOnce = { points: 20, duration: 600 };

type Deps = AccommodationWebDeps & { tokens: CaseFormTokens; cookies: CaseCookies };

/** Asking for accommodation: open to everyone, signed in or not. */
export function askRoutes(deps: Deps): Hono {
  const { tokens, render } = deps;
  const app = new Hono();
  const limiter = new RateLimiterMemory(requestsAtOnce);
  for (const lang of langs) {
    app.get(routes['accommodation.ask'][lang], (c) => show(c, lang, {}));
    app.post(routes['accommodation.ask'][lang], (c) => receive(c, lang));
  }
  return app;

  async function show(
    c: Context,
    lang: Lang,
    found: Partial<Pick<AskView, 'typed' | 'problems' | 'notice' | 'token' | 'code'>>,
    status: 200 | 403 | 422 | 429 = 200,
  ): Promise<Response> {
    const { site } = deps.postings.snapshot();
    if (!(await hasCustodian(deps.db))) {
      const email = site.accommodationEmail ?? site.contactEmail;
      return render(c, notReadyPage({ lang, email }), 503);
    }
    // Each form is for one person: no cache on the way may give it, and its code, to another.
    c.header('Cache-Control', 'private, no-cache');
    const page = askPage({
      lang,
      token: tokens.sign('ask'),
      code: newCode(),
      typed: { posting: c.req.query('posting') },
      problems: {},
      notice: null,
      postings: publicPostings(deps, lang),
      ...found,
    });
    return render(c, page, status);
  }

  async function receive(c: Context, lang: Lang): Promise<Response> {
    const typed: Typed = (await readFields(c)) ?? {};
    if (isForeign(c.req.raw, Object.values(deps.origins))) {
      return show(c, lang, { typed, notice: 'foreign' }, 403);
    }
    const id = tokens.verify(typed['token'], 'ask');
    const code = parseCode(typed['code']);
    if (!id || !code) return show(c, lang, { typed, notice: 'stale' }, 422);
    const form = { typed, token: typed['token'] ?? '', code };
    if (!(await mayAsk(deps.clientAddress(c)))) {
      return show(c, lang, { ...form, notice: 'busy' }, 429);
    }
    const parsed = parseRequest(
      typed,
      publicPostings(deps, lang).map((posting) => posting.id),
    );
    if (!parsed.ok) return show(c, lang, { ...form, problems: parsed.problems }, 422);
    const at = deps.clock().toISOString();
    const request = { kind: 'request' as const, at, ...parsed.input };
    const asked = await askForAccommodation(deps, { id, code, request });
    if (!asked.ok) return show(c, lang, form);
    deps.cookies.addCode(c, code);
    return c.redirect(`${href('accommodation.case', lang, { id })}?told=asked`, 303);
  }

  async function mayAsk(address: string): Promise<boolean> {
    try {
      await limiter.consume(networkOf(address));
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }
}
