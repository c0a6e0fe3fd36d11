import { type Context, Hono } from 'hono';
import type { KeptForm, StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { href, routes } from '#web/routes.ts';
import { confirmBatch } from '../confirm-batch.ts';
import type { NoticesWebDeps } from '../deps.ts';
import { fingerprintOf } from '../fingerprint.ts';
import {
  type DraftProblems,
  type Step,
  type Typed,
  keyOf,
  parseDraft,
  parseSelection,
  parseStep,
} from '../forms.ts';
import {
  type Addressee,
  type Draft,
  type Process,
  type Selection,
  everybody,
  listedAtOnce,
  nobody,
  previewedAtOnce,
} from '../model.ts';
import type { Told } from '../pages/batch-parts.tsx';
import type { Carried } from '../pages/carried.tsx';
import { noticesPage } from '../pages/notices-page.tsx';
import { previewPage } from '../pages/preview-page.tsx';
import { recipientsPage } from '../pages/recipients-page.tsx';
import { listBatches } from '../queries/batches.ts';
import { findAddressees } from '../queries/find-addressees.ts';
import { inTurn, isChosen, pageOf, sortOut } from '../rules.ts';
import { writeLetters } from '../write-letters.ts';
import { createFindProcess, pageAsked } from './find-process.ts';

type C = Context<StaffEnv>;
type Asked = { process: Process; draft: Draft; carried: Carried };
/** Why a page comes back: nobody was chosen, or something changed before it was confirmed. */
type Why = 'nobody' | 'changed' | null;

const statusOf = { none: 200, nobody: 422, changed: 409 } as const;

/** What was sent and what waits, and the pages on which more is prepared. */
export function prepareRoutes(deps: NoticesWebDeps): Hono<StaffEnv> {
  const { db, render } = deps;
  const findProcess = createFindProcess(deps);
  const guard = deps.requireStaff('send-notices');
  const app = new Hono<StaffEnv>();
  for (const lang of langs) {
    app.get(routes['desk.notices'][lang], guard, (c) => showAll(c, lang));
    app.post(routes['desk.notices'][lang], guard, (c) => goOn(c, lang));
  }
  return app;

  async function showAll(c: C, lang: Lang): Promise<Response> {
    const process = await findProcess(c);
    if (!process) return c.notFound();
    const kept = await deps.takeKeptForm(c.var.staff.id, c.req.path);
    const typed = kept?.sentTo === 'desk.notices' ? kept.fields : {};
    return showForm(c, lang, process, { typed, problems: {}, kept });
  }

  async function showForm(
    c: C,
    lang: Lang,
    process: Process,
    form: { typed: Typed; problems: DraftProblems; kept: KeptForm | null },
  ): Promise<Response> {
    const { problems, kept } = form;
    const batches = await listBatches(db, process.postingId, pageAsked(c));
    const about = await aboutOf(form.typed['application'] ?? c.req.query('application'), process);
    const typed: Typed = about
      ? { template: about.decision?.outcome, ...form.typed, application: about.id }
      : form.typed;
    const waits = batches.rows.some(({ state }) => state === 'waiting');
    const told: Told | null =
      kept?.sentTo === 'desk.notices'
        ? { kind: 'kept', at: kept.keptAt }
        : kept?.sentTo === 'desk.notice' && waits
          ? { kind: 'stop-kept' }
          : null;
    const page = noticesPage({
      lang,
      process,
      batches,
      form: { carried: carriedOf(c, typed, parseSelection(typed)), problems },
      about,
      told,
    });
    return render(c, page, Object.keys(problems).length > 0 ? 422 : 200);
  }

  async function aboutOf(id: string | undefined, process: Process): Promise<Addressee | null> {
    if (!isUuid(id)) return null;
    const only: Selection = { mode: 'only', ids: new Set([id]) };
    const [addressee] = await findAddressees(db, process.postingId, only);
    return addressee ?? null;
  }

  /** From one page of the form to the next, or back; only confirming writes anything. */
  async function goOn(c: C, lang: Lang): Promise<Response> {
    const process = await findProcess(c);
    if (!process) return c.notFound();
    const typed = c.var.fields;
    const step = parseStep(typed['do']);
    const parsed = parseDraft(typed);
    if (step.to === 'write' || !parsed.ok) {
      const problems = parsed.ok || step.to === 'write' ? {} : parsed.problems;
      return showForm(c, lang, process, { typed, problems, kept: null });
    }
    const carried = carriedOf(c, typed, selectionAfter(typed, step));
    const asked = { process, draft: parsed.draft, carried };
    switch (step.to) {
      case 'list':
      case 'all':
      case 'none':
        return showRecipients(c, lang, asked, { page: step.page, why: null });
      case 'preview':
        return showLetters(c, lang, asked, { page: step.page, why: null });
      case 'confirm':
        return confirm(c, lang, asked);
    }
  }

  async function showRecipients(
    c: C,
    lang: Lang,
    { process, draft, carried }: Asked,
    { page, why }: { page: number; why: Why },
  ): Promise<Response> {
    const { fits, leftOut } = sortOut(
      await findAddressees(db, process.postingId, everybody),
      draft,
    );
    const view = recipientsPage({
      lang,
      process,
      draft,
      carried,
      listed: pageOf(fits, page, listedAtOnce),
      chosen: fits.filter(({ id }) => isChosen(carried.selection, id)).length,
      leftOut,
      why,
    });
    return render(c, view, statusOf[why ?? 'none']);
  }

  async function showLetters(
    c: C,
    lang: Lang,
    asked: Asked,
    { page, why }: { page: number; why: Why },
  ): Promise<Response> {
    const { process, draft, carried } = asked;
    const written = await writeLetters(db, deps, process, draft, carried.selection);
    if (written.length === 0) {
      return showRecipients(c, lang, asked, { page: 1, why: why ?? 'nobody' });
    }
    const letters = written.map(({ letter }) => letter);
    const count = (of: Lang): number => letters.filter((letter) => letter.lang === of).length;
    const turns = inTurn(written.map((one) => ({ ...one, lang: one.letter.lang })));
    const view = previewPage({
      lang,
      process,
      draft,
      carried,
      letters: pageOf(turns, page, previewedAtOnce),
      counts: { en: count('en'), fr: count('fr') },
      fingerprint: fingerprintOf(letters),
      undoMinutes: deps.noticeUndoMinutes,
      changed: why === 'changed',
    });
    return render(c, view, statusOf[why ?? 'none']);
  }

  async function confirm(c: C, lang: Lang, asked: Asked): Promise<Response> {
    const { process, draft, carried } = asked;
    const confirmed = await confirmBatch(deps, c.var.staff, process, {
      draft,
      selection: carried.selection,
      key: keyOf(carried.typed),
      seen: carried.typed['seen'] ?? '',
    });
    if (confirmed.ok) {
      const { postingId: posting } = process;
      const path = href('desk.notice', lang, { posting, batch: confirmed.batchId });
      return c.redirect(`${path}?told=confirmed`, 303);
    }
    return showLetters(c, lang, asked, { page: 1, why: confirmed.error.kind });
  }

  function carriedOf(c: C, typed: Typed, selection: Selection): Carried {
    return { typed, selection, key: deps.ids.uuid(), csrf: c.var.staff.csrf };
  }
}

function selectionAfter(typed: Typed, { to }: Step): Selection {
  if (to === 'all') return everybody;
  if (to === 'none') return nobody;
  return parseSelection(typed);
}
