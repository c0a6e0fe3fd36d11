import { type Context, Hono } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import type { CandidateEnv } from '#hiring/candidates';
import { networkOf } from '#web/client-address.ts';
import { isForeign } from '#web/foreign.ts';
import { readFields } from '#web/read-fields.ts';
import { href, routes } from '#web/routes.ts';
import { askForReadmission, waitsForReadmission } from '../cases/readmit.ts';
import { keyPairOfCode, newCode, parseCode } from '../codes.ts';
import type { AccommodationWebDeps } from '../deps.ts';
import { type DoorView, type ListedCase, doorPage, readmitPage } from '../pages/door-pages.tsx';
import { findPosting } from '../posting-choices.ts';
import { caseOfCode, heldCase } from './candidate-case.ts';
import type { CaseCookies } from './cookies.ts';

/** Codes typed from one network in a quarter of an hour. Nobody guesses one; this says so sooner. */
const codesAtOnce = { points: 20, duration: 900 };

export type ShowDoor = (
  c: Context,
  lang: Lang,
  found: Partial<Pick<DoorView, 'caseId' | 'problem' | 'notice'>>,
  status?: 200 | 403 | 404 | 422 | 429,
) => Promise<Response>;

type Deps = AccommodationWebDeps & { cookies: CaseCookies };

/** Shows the cases of this browser, and the ways in to others. */
export function createShowDoor(deps: Deps): ShowDoor {
  return async (c, lang, found, status = 200) => {
    c.header('Cache-Control', 'no-store');
    const { caseId = null, problem = null, notice = null } = found;
    const waiting = caseId !== null && !notice && (await waits(c, caseId));
    const page = doorPage({
      lang,
      caseId,
      problem,
      notice: waiting ? 'waiting' : notice,
      cases: caseId ? [] : await listCases(c, lang),
    });
    return deps.render(c, page, status);
  };

  async function listCases(c: Context, lang: Lang): Promise<ListedCase[]> {
    const cases: ListedCase[] = [];
    for (const code of deps.cookies.codes(c)) {
      const id = await caseOfCode(deps, code);
      const held = id ? await heldCase(deps, deps.cookies, c, id) : null;
      if (!held || cases.some((one) => one.id === id)) continue;
      const { opened } = held;
      const title = findPosting(deps, opened.request.postingId, lang)?.title ?? null;
      cases.push({ id: opened.id, title, state: opened.state, waitsFor: opened.waitsFor });
    }
    return cases;
  }

  async function waits(c: Context, caseId: string): Promise<boolean> {
    if (!isUuid(caseId)) return false;
    for (const code of deps.cookies.codes(c)) {
      const { recipient } = await keyPairOfCode(code);
      if (await waitsForReadmission(deps.db, caseId, recipient)) return true;
    }
    return false;
  }
}

/** The page of a browser's cases, typing a code, and asking to be let in again. */
export function doorRoutes(deps: Deps & { showDoor: ShowDoor }): Hono {
  const { cookies, showDoor, render } = deps;
  const app = new Hono<CandidateEnv>();
  const limiter = new RateLimiterMemory(codesAtOnce);
  for (const lang of langs) {
    app.get(routes['accommodation.cases'][lang], (c) => {
      const told = c.req.query('told');
      const notice = told === 'forgotten' || told === 'deleted' ? told : null;
      return showDoor(c, lang, { notice });
    });
    app.post(routes['accommodation.cases'][lang], (c) => receiveCode(c, lang));
    app.get(routes['accommodation.readmit'][lang], deps.candidates.requireCandidate, (c) => {
      const { candidate, csrf } = c.var;
      return render(c, readmitPage({ lang, caseId: idOf(c), csrf, email: candidate.email }));
    });
    app.post(routes['accommodation.readmit'][lang], deps.candidates.requireCandidate, (c) =>
      readmit(c, lang, c.var.candidate.email),
    );
  }
  return new Hono().route('/', app);

  async function receiveCode(c: Context, lang: Lang): Promise<Response> {
    if (isForeign(c.req.raw, Object.values(deps.origins))) {
      return showDoor(c, lang, { notice: 'foreign' }, 403);
    }
    const fields = (await readFields(c)) ?? {};
    const code = parseCode(fields['code']);
    if (!code) return showDoor(c, lang, { problem: 'shape' }, 422);
    if (!(await mayTry(deps.clientAddress(c)))) return showDoor(c, lang, { notice: 'busy' }, 429);
    const id = await caseOfCode(deps, code);
    if (!id) return showDoor(c, lang, { problem: 'unknown' }, 422);
    cookies.addCode(c, code);
    return c.redirect(href('accommodation.case', lang, { id }), 303);
  }

  async function readmit(c: Context, lang: Lang, email: string): Promise<Response> {
    const caseId = idOf(c);
    const code = newCode();
    if (isUuid(caseId)) await askForReadmission(deps, { caseId, code, email });
    cookies.addCode(c, code);
    const path = href('accommodation.case', lang, { id: caseId });
    return c.redirect(`${path}?told=readmission`, 303);
  }

  async function mayTry(address: string): Promise<boolean> {
    try {
      await limiter.consume(networkOf(address));
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }
}

function idOf(c: Context): string {
  return c.req.param('id') ?? '';
}
