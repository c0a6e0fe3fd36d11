import { type Context, Hono } from 'hono';
import { type Lang, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { errorPage } from '#web/layout/index.ts';
import { readFields } from '#web/read-fields.ts';
import { href, routes } from '#web/routes.ts';
import type { SelfDeclaration } from './create-self-declaration.ts';
import type { SelfDeclarationWebDeps } from './deps.ts';
import type { Door } from './doors.ts';
import { createDoorCookie } from './door-cookie.ts';
import { type Typed, parseDeclaration, typedOf } from './forms.ts';
import { choosePage } from './pages/choose-page.tsx';
import { declaredPage, stalePage, withdrawPage } from './pages/declared-page.tsx';
import { type FormView, formPage } from './pages/form-page.tsx';
import { pagePaths } from './pages/paths.ts';

type Env = { Variables: { door: Door | null } };

/**
 * The pages of self-declaration. No address names an application, nothing is logged, and no other
 * table is written: what the hiring side can see of a visit is the visit.
 */
export function selfDeclarationWeb(
  declarations: SelfDeclaration,
  deps: SelfDeclarationWebDeps,
): Hono {
  const { doors, groups } = declarations;
  const { render, candidates } = deps;
  const cookie = createDoorCookie(deps.origins);
  const app = new Hono<Env>();
  for (const lang of langs) {
    const page = routes['declare.page'][lang];
    for (const path of [page, `${page}/*`]) {
      app.use(path, async (c, next) => {
        c.header('Cache-Control', 'no-store');
        c.header('Referrer-Policy', 'no-referrer');
        if (!declarations.available) return render(c, errorPage(lang, 'unavailable'), 503);
        c.set('door', doors.open('cookie', cookie.read(c)));
        await next();
      });
    }
    app.get(page, (c) => show(c, lang));
    app.post(page, (c) => save(c, lang));
    app.post(routes['declare.open'][lang], (c) => open(c, lang));
    app.get(routes['declare.withdraw'][lang], (c) => askToWithdraw(c, lang));
    app.post(routes['declare.withdraw'][lang], (c) => withdraw(c, lang));
    app.post(routes['declare.leave'][lang], (c) => {
      cookie.forget(c);
      return c.redirect(href('postings.index', lang), 303);
    });
  }
  // The rest of the program knows nothing of doors.
  return app as unknown as Hono;

  async function show(c: Context<Env>, lang: Lang): Promise<Response> {
    const { door } = c.var;
    if (!door || c.req.query('choose') === 'yes') return signedIn(c, lang);
    // Open as long as it is used. Nothing is looked up of a session: that would write down a visit.
    cookie.write(c, doors.close('cookie', door));
    const declared = door.reads ? await declarations.find(door.applicationId) : null;
    const told = c.req.query('told');
    if (declared && c.req.query('change') !== 'yes') {
      const page = declaredPage({
        lang,
        process: deps.titleOf(door.postingId, lang),
        answer: declared.answer,
        groups,
        saved: told === 'saved',
      });
      return render(c, page);
    }
    return showForm(c, lang, door, {
      typed: declared ? typedOf(declared.answer) : {},
      changes: declared !== null,
      notice: told === 'withdrawn' ? 'withdrawn' : null,
    });
  }

  function showForm(
    c: Context<Env>,
    lang: Lang,
    door: Door,
    state: Partial<Pick<FormView, 'typed' | 'problems' | 'changes' | 'notice'>>,
    status: 200 | 403 | 422 = 200,
  ): Response {
    const page = formPage({
      lang,
      process: deps.titleOf(door.postingId, lang),
      groups,
      typed: {},
      problems: {},
      token: doors.close('form', door),
      reads: door.reads,
      changes: false,
      notice: null,
      ...state,
    });
    return render(c, page, status);
  }

  /** Without a door in this browser: the candidate's own applications, to choose from. */
  async function signedIn(c: Context<Env>, lang: Lang): Promise<Response> {
    const candidate = await candidates.current(c);
    if (!candidate) return guest(c);
    const own = await deps.applicationsOf(candidate.email);
    const applications = await Promise.all(
      own.map(async ({ applicationId, postingId, reference, title }) => ({
        reference,
        title: title[lang],
        offer: doors.close('offer', { applicationId, postingId, reads: true }),
        declared: (await declarations.find(applicationId)) !== null,
      })),
    );
    return render(c, choosePage({ lang, applications }));
  }

  /** Has a guest sign in and come back. */
  async function guest(c: Context<Env>): Promise<Response> {
    const answer = await candidates.requireCandidate(c, async () => {});
    return answer ?? c.res;
  }

  async function open(c: Context<Env>, lang: Lang): Promise<Response> {
    const fields = (await readFields(c)) ?? {};
    const door = doors.open('offer', fields['offer']);
    if (!door || isForeign(c.req.raw, Object.values(deps.origins))) {
      return render(c, stalePage(lang), 403);
    }
    cookie.write(c, doors.close('cookie', door));
    return c.redirect(href('declare.page', lang), 303);
  }

  async function save(c: Context<Env>, lang: Lang): Promise<Response> {
    const fields = (await readFields(c)) ?? {};
    const typed: Typed = { groups: fields['groups'], use: fields['use'] };
    const door = doors.open('form', fields['token']);
    if (!door || isForeign(c.req.raw, Object.values(deps.origins))) {
      const own = c.var.door;
      if (!own) return render(c, stalePage(lang), 403);
      return showForm(c, lang, own, { typed, notice: 'again' }, 403);
    }
    const parsed = parseDeclaration(typed, groups);
    if (!parsed.ok) return showForm(c, lang, door, { typed, problems: parsed.problems }, 422);
    await declarations.declare(door, parsed.answer);
    // Who has just written it may read it, in this browser and for a short time.
    cookie.write(c, doors.close('cookie', { ...door, reads: true }));
    return c.redirect(pagePaths({ told: 'saved' })[lang], 303);
  }

  function askToWithdraw(c: Context<Env>, lang: Lang): Promise<Response> | Response {
    const { door } = c.var;
    if (!door) return c.redirect(href('declare.page', lang), 303);
    const title = deps.titleOf(door.postingId, lang);
    return render(c, withdrawPage(lang, title, doors.close('form', door)));
  }

  async function withdraw(c: Context<Env>, lang: Lang): Promise<Response> {
    const fields = (await readFields(c)) ?? {};
    const door = doors.open('form', fields['token']);
    if (!door || isForeign(c.req.raw, Object.values(deps.origins))) {
      return render(c, stalePage(lang), 403);
    }
    await declarations.withdraw(door.applicationId);
    cookie.write(c, doors.close('cookie', door));
    return c.redirect(pagePaths({ told: 'withdrawn' })[lang], 303);
  }
}
