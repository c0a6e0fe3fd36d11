import { type Context, Hono } from 'hono';
import { defaultTimeZone as timeZone } from '#hiring/postings';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { href, routes } from '#web/routes.ts';
import { hasApplied } from '../arrangements.ts';
import { casesHeldBy, openCase } from '../cases/open-case.ts';
import { casesWithReadmissions, decideReadmission, listReadmissions } from '../cases/readmit.ts';
import { type Written, closeCase, propose, writeAsCustodian } from '../cases/write.ts';
import { type Typed, parseProposal, parseWords } from '../forms.ts';
import type { Arrangement, OpenCase } from '../model.ts';
import { deskCasePage } from '../pages/desk-case-page.tsx';
import { type DeskCaseView, type DeskTold, deskTold } from '../pages/desk-case-view.ts';
import { type ListedForCustodian, listPage } from '../pages/list-page.tsx';
import { findPosting, publicPostings } from '../posting-choices.ts';
import { isLate } from '../rules.ts';
import { toldWords } from '../told-words.ts';
import { type DeskDeps, unlockedKey } from './desk-deps.ts';
import { createShowLocked } from './keys-routes.ts';

type Found = Partial<Pick<DeskCaseView, 'told' | 'message' | 'proposal'>>;

/** The cases, for custodians whose key is unlocked; for nobody else. */
export function deskRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const { db, render } = deps;
  const app = new Hono<StaffEnv>();
  const guard = deps.requireStaff('open-accommodation', { keep: false });
  const showLocked = createShowLocked(deps);
  for (const lang of langs) {
    app.get(routes['desk.accommodation'][lang], guard, (c) => showList(c, lang));
    app.get(routes['desk.accommodationCase'][lang], guard, (c) => showCase(c, lang));
    app.get(routes['desk.accommodationDo'][lang], guard, (c) => c.redirect(pathOf(c, lang), 303));
    app.post(routes['desk.accommodationDo'][lang], guard, (c) => act(c, lang));
  }
  return app;

  async function showList(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const key = unlockedKey(deps, c);
    if (!key) return showLocked(c, lang, href('desk.accommodation', lang));
    const closed = c.req.query('show') === 'closed';
    const now = deps.clock();
    const waiting = await casesWithReadmissions(db);
    const rows: ListedForCustodian[] = [];
    for (const id of await casesHeldBy(db, key.recipient, { closed })) {
      const opened = await openCase(db, key, id);
      if (!opened) continue;
      rows.push({
        opened,
        posting: findPosting(deps, opened.request.postingId, lang),
        late: isLate(opened, now, deps.replyHours),
        readmission: waiting.has(id),
        waitedHours: Math.floor((now.getTime() - opened.waitingSince.getTime()) / 3_600_000),
      });
    }
    rows.sort((a, b) => urgency(a) - urgency(b));
    c.header('Cache-Control', 'private, no-store');
    return render(c, listPage({ lang, timeZone, closed, told: null, rows }));
  }

  async function showCase(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const opened = await openedCase(c, lang);
    if (opened instanceof Response) return opened;
    const asked = c.req.query('told');
    return answer(c, lang, opened, { told: deskTold.find((one) => one === asked) ?? null });
  }

  async function act(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const opened = await openedCase(c, lang);
    if (opened instanceof Response) return opened;
    const { fields } = c.var;
    const id = fields['key'] ?? '';
    switch (fields['deed']) {
      case 'message':
        return isUuid(id) ? receiveMessage(c, lang, opened, id) : c.notFound();
      case 'preview':
      case 'propose-now':
        return isUuid(id) ? receiveProposal(c, lang, opened, id) : c.notFound();
      case 'close':
        return isUuid(id)
          ? after(c, lang, await closeCase(deps, { opened, id }), 'close')
          : c.notFound();
      case 'readmit':
      case 'refuse': {
        const readmission = fields['readmission'] ?? '';
        if (!isUuid(readmission)) return c.notFound();
        const lets = fields['deed'] === 'readmit';
        await decideReadmission(deps, opened, { readmission, lets });
        return c.redirect(`${pathOf(c, lang)}?told=${fields['deed']}`, 303);
      }
      default:
        return c.notFound();
    }
  }

  async function receiveMessage(
    c: Context<StaffEnv>,
    lang: Lang,
    opened: OpenCase,
    id: string,
  ): Promise<Response> {
    const typed: Typed = c.var.fields;
    const parsed = parseWords(typed['words']);
    if (!parsed.ok) return answer(c, lang, opened, { message: { typed, problem: parsed.problem } });
    return after(c, lang, await writeAsCustodian(deps, { opened, id }, parsed.words), 'message');
  }

  /** Shown as the candidate will read it first; sent by the button beside that. */
  async function receiveProposal(
    c: Context<StaffEnv>,
    lang: Lang,
    opened: OpenCase,
    id: string,
  ): Promise<Response> {
    const typed: Typed = c.var.fields;
    const closings = new Map(publicPostings(deps, lang).map((one) => [one.id, one.closesAt]));
    const parsed = parseProposal(typed, closings);
    if (!parsed.ok) {
      const proposal = { typed, problems: parsed.problems, preview: null };
      return answer(c, lang, opened, { proposal });
    }
    const told = toldWords(parsed.arrangement);
    const arrangement: Arrangement = { ...parsed.arrangement, told };
    // What is sent is what was shown: whoever changed it since sees it again first.
    const seen = typed['seen'] === JSON.stringify(arrangement);
    if (typed['deed'] === 'preview' || !seen) {
      const proposal = { typed, problems: {}, preview: arrangement };
      return answer(c, lang, opened, { proposal });
    }
    const done = await propose(deps, { opened, id }, { arrangement, words: parsed.words });
    return after(c, lang, done, 'propose');
  }

  function after(c: Context<StaffEnv>, lang: Lang, done: Written, told: DeskTold): Response {
    return c.redirect(`${pathOf(c, lang)}?told=${done.ok ? told : 'changed'}`, 303);
  }

  async function answer(
    c: Context<StaffEnv>,
    lang: Lang,
    opened: OpenCase,
    found: Found,
  ): Promise<Response> {
    const { postingId, email } = opened.request;
    const page = deskCasePage({
      lang,
      csrf: c.var.staff.csrf,
      timeZone,
      opened,
      key: deps.ids.uuid(),
      postings: publicPostings(deps, lang),
      postingOf: (id) => findPosting(deps, id, lang),
      applied: postingId === null ? null : await hasApplied(db, postingId, email),
      readmissions: await listReadmissions(db, opened),
      told: null,
      message: { typed: {}, problem: null },
      proposal: { typed: {}, problems: {}, preview: null },
      ...found,
    });
    const wrong = found.message?.problem ?? Object.keys(found.proposal?.problems ?? {}).length > 0;
    c.header('Cache-Control', 'private, no-store');
    return render(c, page, wrong ? 422 : 200);
  }

  /** The case of the address, or why it cannot be read: the key is locked, or there is none for it. */
  async function openedCase(c: Context<StaffEnv>, lang: Lang): Promise<OpenCase | Response> {
    const key = unlockedKey(deps, c);
    if (!key) {
      // What was typed is not kept: it is shown once more, to copy.
      const { fields } = c.var;
      const texts = ['words', 'other-en', 'other-fr'].flatMap((name) => fields[name] || []);
      return showLocked(c, lang, pathOf(c, lang), { texts });
    }
    const id = c.req.param('id') ?? '';
    return (isUuid(id) ? await openCase(db, key, id) : null) ?? c.notFound();
  }

  function pathOf(c: Context, lang: Lang): string {
    return href('desk.accommodationCase', lang, { id: c.req.param('id') ?? '' });
  }
}

/** Those who wait for a custodian first, the nearest closing and the longest wait before others. */
function urgency({ opened, posting, readmission }: ListedForCustodian): number {
  const mine = opened.waitsFor === 'custodian' || readmission;
  const closing = posting?.closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER / 4;
  return (mine ? 0 : Number.MAX_SAFE_INTEGER / 2) + closing + opened.waitingSince.getTime() / 1e6;
}
