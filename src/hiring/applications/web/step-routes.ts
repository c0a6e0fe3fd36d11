import { type Context, Hono } from 'hono';
import { isDatabaseOutage } from '#platform/database';
import { type Lang, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { routes } from '#web/routes.ts';
import { findEarlier } from '../earlier-answers.ts';
import { checkAnswers } from '../forms.ts';
import type { FormStep } from '../model.ts';
import { notKeptPage, unreadablePage } from '../pages/refusal-page.tsx';
import { type FormNotice, draftPaths } from '../pages/view.ts';
import { type StepRequest, saveAndAnswer, showStep } from './answer-step.ts';
import { unreadableStatus } from './limits.ts';
import { type SentStep, discardFiles, readStep, takeStep, textsOf } from './receive-step.ts';
import { stepSlugs } from './step-slugs.ts';
import { type OpenDraft, type Wizard, findForm, floodAnswer, openDraft } from './wizard.ts';

/** The steps of a draft: one mechanism for all of them, whatever a process asks for. */
export function stepRoutes(wizard: Wizard): Hono {
  const { deps, limits } = wizard;
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['apply.step'][lang], (c) => show(c, lang));
    app.post(routes['apply.step'][lang], (c) => receive(c, lang));
  }
  return app;

  async function show(c: Context, lang: Lang): Promise<Response> {
    const found = await openDraft(wizard, c, lang);
    if (!found.ok) return found.answer({});
    const { open } = found;
    const step = stepOf(c, lang, open.steps);
    if (!step) return toTasks(c, lang, open);
    const fromCheck = c.req.query('from') === 'check';
    const saved = open.draft.answers[step.id];
    // Who comes from checking comes to put something right, and sees what.
    const problems =
      fromCheck && saved ? checkAnswers(step.questions, saved.fields).problems : undefined;
    const request = { ...open, step, fromCheck };
    return showStep(wizard, c, request, open.draft, problems && { problems });
  }

  async function receive(c: Context, lang: Lang): Promise<Response> {
    const pressure = await limits.save(deps.clientAddress(c));
    if (pressure === 'flood') return floodAnswer(wizard, c, lang);
    const sent = await readStep(wizard, c, { documents: true });
    if (!sent.ok) {
      const { kind } = sent.error;
      const form = findForm(wizard, c, lang);
      const posting = form.ok ? form.form.facts : null;
      return deps.render(c, unreadablePage({ lang, posting, kind }), unreadableStatus[kind]);
    }
    try {
      const found = await openDraft(wizard, c, lang);
      if (!found.ok) {
        await discardFiles(sent);
        return await found.answer(sent.fields);
      }
      const step = stepOf(c, lang, found.open.steps);
      // The process no longer asks for it: what is asked now is on the list.
      if (!step) {
        await discardFiles(sent);
        return toTasks(c, lang, found.open);
      }
      return await receiveStep(c, found.open, step, sent, pressure === 'busy');
    } catch (error) {
      await discardFiles(sent);
      if (!isDatabaseOutage(error)) throw error;
      return outage(c, lang, sent);
    }
  }

  async function receiveStep(
    c: Context,
    open: OpenDraft,
    step: FormStep,
    sent: SentStep,
    busy: boolean,
  ): Promise<Response> {
    const { draft } = open;
    const asked = sent.fields['do'] ?? 'next';
    const request: StepRequest = {
      ...open,
      step,
      fromCheck: c.req.query('from') === 'check',
      asked,
    };
    const foreign = isForeign(c.req.raw, Object.values(deps.origins));
    const notice: FormNotice | null = foreign ? 'foreign' : busy ? 'busy' : null;
    if (notice) {
      await discardFiles(sent);
      return showStep(wizard, c, request, draft, { typed: textsOf(step, sent), notice });
    }
    const taken = await takeStep(wizard, draft.key, step, sent);
    const [what, from] = asked.split(' ');
    if (what === 'reuse') return reuse(c, request, open, taken.fields, from ?? '');
    return saveAndAnswer(wizard, c, request, {
      fields: sent.fields,
      taken,
      key: draft.key,
      draft,
    });
  }

  /** An earlier answer below what is typed: added, never in its place, and not saved by itself. */
  async function reuse(
    c: Context,
    request: StepRequest,
    { draft }: OpenDraft,
    typed: Record<string, string>,
    from: string,
  ): Promise<Response> {
    const { step, lang } = request;
    const candidate = await deps.currentCandidate(c);
    const earlier = candidate ? await findEarlier(deps, candidate.id, step, lang) : [];
    const chosen = earlier.find(({ id }) => id === from);
    const id = step.questions[0]?.id ?? '';
    const text = [typed[id], chosen?.text].filter(Boolean).join('\n\n');
    const notice = chosen ? ('reused' as const) : null;
    return showStep(wizard, c, request, draft, { typed: { ...typed, [id]: text }, notice });
  }

  /** The database is away: the same page, with everything typed, to send again. */
  async function outage(c: Context, lang: Lang, sent: SentStep): Promise<Response> {
    const found = findForm(wizard, c, lang);
    if (!found.ok) return found.answer(sent.fields);
    const { form } = found;
    const questions = form.steps.flatMap((step) => step.questions);
    const page = notKeptPage({
      lang,
      posting: form.facts,
      questions,
      typed: sent.fields,
      why: 'outage',
    });
    return deps.render(c, page, 503);
  }

  function stepOf(c: Context, lang: Lang, steps: readonly FormStep[]): FormStep | undefined {
    const slug = c.req.param('step') ?? '';
    return steps.find((step) => stepSlugs(step)[lang] === slug);
  }

  function toTasks(c: Context, lang: Lang, { facts, draft }: OpenDraft): Response {
    return c.redirect(draftPaths({ posting: facts }, draft.key).tasks[lang], 303);
  }
}
