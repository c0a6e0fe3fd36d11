import { type Context, Hono } from 'hono';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import { listCertificates, verifyCertificates } from '../disposal/certificates.ts';
import { countDue } from '../disposal/dispose.ts';
import { type HoldProblems, type Typed, parseHold } from '../forms.ts';
import { liftHold, listHolds, placeHold } from '../holds/holds.ts';
import { disposalsPage } from '../pages/disposals-page.tsx';
import { holdsPage } from '../pages/holds-page.tsx';
import type { DeskPrivacyDeps } from './desk-routes.ts';

type C = Context<StaffEnv>;
type Sent = { typed?: Typed; problems?: HoldProblems; lift?: string };

/** Certificates shown at once. */
const certificatesShown = 100;

/** Legal holds, and what was disposed of. */
export function retentionRoutes(deps: DeskPrivacyDeps): Hono<StaffEnv> {
  const { db, render } = deps;
  const app = new Hono<StaffEnv>();
  const mayHold = deps.requireStaff('place-legal-holds');
  const mayHandle = deps.requireStaff('handle-privacy-requests');
  for (const lang of langs) {
    app.get(routes['desk.holds'][lang], mayHold, (c) => showHolds(c, lang));
    app.post(routes['desk.holds'][lang], mayHold, (c) => place(c, lang));
    app.post(routes['desk.holdLift'][lang], mayHold, (c) => lift(c, lang));
    app.get(routes['desk.holdLift'][lang], mayHold, (c) =>
      c.redirect(href('desk.holds', lang), 303),
    );
    app.get(routes['desk.disposals'][lang], mayHandle, (c) => showDisposals(c, lang));
  }
  return app;

  async function showHolds(c: C, lang: Lang, sent?: Sent): Promise<Response> {
    const kept = sent ? null : await deps.takeKeptForm(c.var.staff.id, href('desk.holds', lang));
    const [holds, processes] = await Promise.all([listHolds(db), deps.processes(lang)]);
    const asked = c.req.query('told');
    const told = (['placed', 'lifted', 'gone'] as const).find((one) => one === asked) ?? null;
    const titles = new Map(processes.map(({ id, title }) => [id, title]));
    const page = holdsPage({
      lang,
      csrf: c.var.staff.csrf,
      holds: holds.map((hold) => ({ ...hold, title: titles.get(hold.postingId ?? '') ?? null })),
      processes,
      typed: sent?.typed ?? kept?.fields ?? {},
      problems: sent?.problems ?? {},
      liftProblem: sent?.lift ?? null,
      told: kept ? 'kept' : told,
    });
    c.header('Cache-Control', 'private, no-store');
    return render(c, page, sent ? 422 : 200);
  }

  async function place(c: C, lang: Lang): Promise<Response> {
    const typed = c.var.fields;
    const parsed = parseHold(typed);
    if (!parsed.ok) return showHolds(c, lang, { typed, problems: parsed.problems });
    const placed = await placeHold(deps, c.var.staff, parsed.input);
    if (placed.ok) return c.redirect(`${href('desk.holds', lang)}?told=placed`, 303);
    const { kind } = placed.error;
    const problems: HoldProblems =
      kind === 'unknown-process' || (kind === 'held-already' && 'postingId' in parsed.input)
        ? { posting: kind === 'held-already' ? kind : 'unknown-process' }
        : { person: kind === 'held-already' ? kind : 'unknown-candidate' };
    return showHolds(c, lang, { typed, problems });
  }

  async function lift(c: C, lang: Lang): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const because = (c.var.fields['because'] ?? '').trim();
    if (because === '') return showHolds(c, lang, { lift: id });
    const lifted = await liftHold(deps, c.var.staff, id, because);
    return c.redirect(`${href('desk.holds', lang)}?told=${lifted ? 'lifted' : 'gone'}`, 303);
  }

  async function showDisposals(c: C, lang: Lang): Promise<Response> {
    const [due, chain, certificates] = await Promise.all([
      countDue(deps),
      verifyCertificates(db),
      listCertificates(db, { latest: certificatesShown }),
    ]);
    const { schedule } = deps.schedule;
    return render(c, disposalsPage({ lang, schedule, due, chain, certificates }));
  }
}
