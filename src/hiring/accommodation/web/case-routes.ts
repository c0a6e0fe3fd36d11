import { type Context, Hono } from 'hono';
import { defaultTimeZone as timeZone } from '#hiring/postings';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { isForeign } from '#web/foreign.ts';
import { type Fields, readFields } from '#web/read-fields.ts';
import { href, routes } from '#web/routes.ts';
import { linkOfArrangement } from '../arrangements.ts';
import {
  type Written,
  answerProposal,
  deleteCase,
  proveAddress,
  writeAsCandidate,
} from '../cases/write.ts';
import type { AccommodationWebDeps } from '../deps.ts';
import type { CaseFormTokens } from '../form-token.ts';
import { parseWords } from '../forms.ts';
import { activeHolders } from '../keys/queries.ts';
import { type CaseTold, type CaseView, casePage, caseTold } from '../pages/case-page.tsx';
import { findPosting } from '../posting-choices.ts';
import { agreedArrangement, provenAddress } from '../rules.ts';
import { type HeldCase, heldCase } from './candidate-case.ts';
import type { CaseCookies } from './cookies.ts';
import type { ShowDoor } from './door-routes.ts';

type Deps = AccommodationWebDeps & {
  tokens: CaseFormTokens;
  cookies: CaseCookies;
  showDoor: ShowDoor;
};

/** What a case page comes back with. */
type Found = Partial<Pick<CaseView, 'told' | 'typed' | 'problem'>>;

/** A candidate's own case. Whoever holds its code may read and write it; nobody else. */
export function caseRoutes(deps: Deps): Hono {
  const { db, cookies, tokens, render } = deps;
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['accommodation.case'][lang], (c) => show(c, lang));
    app.get(routes['accommodation.copy'][lang], (c) => giveCopy(c, lang));
    app.get(routes['accommodation.do'][lang], (c) =>
      c.redirect(href('accommodation.case', lang, { id: idOf(c) }), 303),
    );
    app.post(routes['accommodation.do'][lang], (c) => act(c, lang));
  }
  return app;

  async function show(c: Context, lang: Lang): Promise<Response> {
    keepToItself(c);
    const held = await find(c);
    if (!held) {
      // The same whether there is such a case or not.
      const notice = c.req.query('told') === 'readmission' ? ('waiting' as const) : null;
      return deps.showDoor(c, lang, { caseId: idOf(c), notice });
    }
    const signedIn = provenAddress(held.opened.entries) ? null : await deps.candidates.current(c);
    if (signedIn) await proveAddress(deps, held.opened, signedIn.email);
    const asked = c.req.query('told');
    return answer(c, lang, held, { told: caseTold.find((one) => one === asked) ?? null });
  }

  async function act(c: Context, lang: Lang): Promise<Response> {
    keepToItself(c);
    if (isForeign(c.req.raw, Object.values(deps.origins))) {
      return deps.showDoor(c, lang, { caseId: idOf(c), notice: 'foreign' }, 403);
    }
    const fields = (await readFields(c)) ?? {};
    const held = await find(c);
    if (!held) return deps.showDoor(c, lang, { caseId: idOf(c), notice: null }, 404);
    const id = tokens.verify(fields['token'], subjectOf(held));
    if (!id) {
      const typed = { words: fields['words'] };
      const field = fields['proposal'] ? ('answer' as const) : ('words' as const);
      return answer(
        c,
        lang,
        held,
        { told: 'stale', typed, problem: { field, kind: 'again' as const } },
        422,
      );
    }
    switch (fields['deed']) {
      case 'message':
        return receiveMessage(c, lang, held, id, fields);
      case 'agree':
      case 'decline':
        return receiveAnswer(c, lang, held, id, fields);
      case 'forget':
        cookies.dropCode(c, held.code);
        return c.redirect(`${href('accommodation.cases', lang)}?told=forgotten`, 303);
      case 'delete':
        return receiveDeletion(c, lang, held, fields);
      default:
        return c.notFound();
    }
  }

  async function receiveMessage(
    c: Context,
    lang: Lang,
    held: HeldCase,
    id: string,
    fields: Fields,
  ): Promise<Response> {
    const parsed = parseWords(fields['words']);
    if (!parsed.ok) {
      const problem = { field: 'words' as const, kind: parsed.problem };
      return answer(c, lang, held, { typed: fields, problem }, 422);
    }
    const done = await writeAsCandidate(deps, { opened: held.opened, id }, parsed.words);
    return after(c, lang, done, 'message');
  }

  async function receiveAnswer(
    c: Context,
    lang: Lang,
    held: HeldCase,
    id: string,
    fields: Fields,
  ): Promise<Response> {
    const parsed = parseWords(fields['words'], { optional: true });
    if (!parsed.ok) {
      const problem = { field: 'answer' as const, kind: parsed.problem };
      return answer(c, lang, held, { typed: fields, problem }, 422);
    }
    const agrees = fields['deed'] === 'agree';
    const done = await answerProposal(
      deps,
      { opened: held.opened, id },
      { proposal: fields['proposal'] ?? '', agrees, words: parsed.words },
    );
    return after(c, lang, done, agrees ? 'agree' : 'decline');
  }

  async function receiveDeletion(
    c: Context,
    lang: Lang,
    held: HeldCase,
    fields: Fields,
  ): Promise<Response> {
    if (fields['sure'] !== 'yes') {
      return answer(c, lang, held, { problem: { field: 'sure', kind: 'missing' } }, 422);
    }
    await deleteCase(deps, held.opened, { arrangement: fields['arrangement'] === 'yes' });
    cookies.dropCode(c, held.code);
    return c.redirect(`${href('accommodation.cases', lang)}?told=deleted`, 303);
  }

  function after(c: Context, lang: Lang, done: Written, told: CaseTold): Response {
    const path = href('accommodation.case', lang, { id: idOf(c) });
    return c.redirect(`${path}?told=${done.ok ? told : 'changed'}`, 303);
  }

  async function giveCopy(c: Context, lang: Lang): Promise<Response> {
    keepToItself(c);
    const held = await find(c);
    if (!held) return deps.showDoor(c, lang, { caseId: idOf(c), notice: null }, 404);
    const { entries, state, id } = held.opened;
    c.header('Content-Disposition', 'attachment; filename="tandem.json"');
    return c.json({ id, state, entries: entries.map(({ entry }) => entry) });
  }

  async function answer(
    c: Context,
    lang: Lang,
    { code, pair, opened }: HeldCase,
    found: Found,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const holders = await activeHolders(db);
    const agreed = agreedArrangement(opened.entries);
    const waits = opened.waitsFor === 'custodian';
    const page = casePage({
      lang,
      opened,
      code,
      token: tokens.sign(subjectOf({ pair, opened })),
      url: deps.origins[lang] + href('accommodation.case', lang, { id: opened.id }),
      told: null,
      typed: {},
      problem: null,
      postingOf: (id) => findPosting(deps, id, lang),
      timeZone,
      answerBy: waits
        ? new Date(opened.waitingSince.getTime() + (deps.replyHours + 1) * 3_600_000)
        : null,
      custodians: holders.filter(({ kind }) => kind === 'custodian').length,
      recoveryKey: holders.some(({ kind }) => kind === 'recovery'),
      formPath: agreed ? formPathOf(agreed, lang) : null,
      ...found,
    });
    return render(c, page, status);
  }

  /** The application form, open to this person for as long as was agreed. */
  function formPathOf(
    { arrangement, arrangementId }: NonNullable<ReturnType<typeof agreedArrangement>>,
    lang: Lang,
  ): string | null {
    const posting = arrangement.postingId
      ? deps.postings.snapshot().byId(arrangement.postingId)
      : null;
    if (!posting || !arrangementId || !arrangement.closesAt) return null;
    const link = linkOfArrangement(deps.secret, arrangementId);
    return `${href('apply.form', lang, { slug: posting.slugs[lang] })}?until=${link}`;
  }

  async function find(c: Context): Promise<HeldCase | null> {
    const id = idOf(c);
    return isUuid(id) ? heldCase(deps, cookies, c, id) : null;
  }
}

function subjectOf({ opened, pair }: Pick<HeldCase, 'opened' | 'pair'>): string {
  return `${opened.id} ${pair.recipient}`;
}

function idOf(c: Context): string {
  return c.req.param('id') ?? '';
}

/** What was opened is for these eyes: no cache, no address of it in another site's log. */
function keepToItself(c: Context): void {
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
}
