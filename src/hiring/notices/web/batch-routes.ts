import { type Context, Hono } from 'hono';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { href, routes } from '#web/routes.ts';
import type { NoticesWebDeps } from '../deps.ts';
import type { Process } from '../model.ts';
import { batchPage } from '../pages/batch-page.tsx';
import type { Told } from '../pages/batch-parts.tsx';
import { countLanguages, findBatch, listHeldBack, listLetters } from '../queries/batches.ts';
import { stopBatch } from '../stop-batch.ts';
import { createFindProcess, pageAsked } from './find-process.ts';

type C = Context<StaffEnv>;

/** One batch: to look at, and to stop while it waits. */
export function batchRoutes(deps: NoticesWebDeps): Hono<StaffEnv> {
  const { db, render } = deps;
  const findProcess = createFindProcess(deps);
  const guard = deps.requireStaff('send-notices');
  const app = new Hono<StaffEnv>();
  for (const lang of langs) {
    app.get(routes['desk.notice'][lang], guard, (c) => showOne(c, lang));
    app.post(routes['desk.notice'][lang], guard, (c) => stop(c, lang));
  }
  return app;

  async function showOne(c: C, lang: Lang): Promise<Response> {
    const process = await findProcess(c);
    if (!process) return c.notFound();
    const kept = await deps.takeKeptForm(c.var.staff.id, c.req.path);
    return showBatch(c, lang, process, { late: false, stopKept: kept?.sentTo === 'desk.notice' });
  }

  async function showBatch(
    c: C,
    lang: Lang,
    process: Process,
    { late, stopKept }: { late: boolean; stopKept: boolean },
  ): Promise<Response> {
    const id = c.req.param('batch');
    const batch = isUuid(id) ? await findBatch(db, process.postingId, id) : null;
    if (!batch) return c.notFound();
    const asked = c.req.query('told');
    const { count, state } = batch;
    const told: Told | null = late
      ? { kind: 'late' }
      : stopKept && state === 'waiting'
        ? { kind: 'stop-kept' }
        : asked === 'stopped' && state === 'stopped'
          ? { kind: 'stopped' }
          : asked === 'confirmed' && state === 'waiting'
            ? { kind: 'confirmed', count, minutes: minutesUntil(batch.leavesAt, deps.clock()) }
            : null;
    const [counts, heldBack, letters] = await Promise.all([
      countLanguages(db, batch.id),
      listHeldBack(db, batch.id),
      listLetters(db, batch, pageAsked(c)),
    ]);
    const page = batchPage({
      lang,
      process,
      batch,
      counts,
      heldBack,
      letters,
      csrf: c.var.staff.csrf,
      now: deps.clock(),
      told,
    });
    return render(c, page, late ? 409 : 200);
  }

  async function stop(c: C, lang: Lang): Promise<Response> {
    const process = await findProcess(c);
    const id = c.req.param('batch');
    if (!process || !isUuid(id)) return c.notFound();
    const { postingId: posting } = process;
    const stopped = await stopBatch(deps, c.var.staff, posting, id);
    if (stopped.ok) {
      return c.redirect(`${href('desk.notice', lang, { posting, batch: id })}?told=stopped`, 303);
    }
    return stopped.error.kind === 'not-found'
      ? c.notFound()
      : showBatch(c, lang, process, { late: true, stopKept: false });
  }
}

/** Whole minutes that are left, at least none. */
function minutesUntil(leavesAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((leavesAt.getTime() - now.getTime()) / 60_000));
}
