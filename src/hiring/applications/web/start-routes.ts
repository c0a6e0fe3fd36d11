import { type Context, Hono } from 'hono';
import { isDatabaseOutage } from '#platform/database';
import { type Lang, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { href, routes } from '#web/routes.ts';
import { beginDraft } from '../drafts/save-step.ts';
import type { FormToken } from '../form-token.ts';
import { checkAnswers } from '../forms.ts';
import { unreadablePage } from '../pages/refusal-page.tsx';
import { trapField } from '../pages/step-page.tsx';
import type { FormNotice } from '../pages/view.ts';
import { findSubmitted } from '../queries.ts';
import { type StepRequest, saveAndAnswer, showStep } from './answer-step.ts';
import { unreadableStatus } from './limits.ts';
import { discardFiles, readStep, takeStep, textsOf } from './receive-step.ts';
import {
  type Form,
  type Wizard,
  closedAnswer,
  closingOf,
  extendedForm,
  findForm,
  floodAnswer,
} from './wizard.ts';

/** The beginning of an application: its first step, which makes the draft when it is saved. */
export function startRoutes(wizard: Wizard): Hono {
  const { deps, tokens, limits } = wizard;
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['apply.form'][lang], (c) => show(c, lang));
    app.post(routes['apply.form'][lang], (c) => begin(c, lang));
  }
  return app;

  async function show(c: Context, lang: Lang): Promise<Response> {
    const found = findForm(wizard, c, lang);
    if (!found.ok) return found.answer({});
    const later = await laterClosing(c, found.form, '');
    const form = extendedForm(found.form, later);
    if (!closingOf(wizard, form, deps.clock(), later).open)
      return closedAnswer(wizard, c, form, {});
    const candidate = await deps.currentCandidate(c);
    const typed = candidate ? { typed: { email: candidate.email, correspondence: lang } } : {};
    return showFirst(c, form, newToken(form), typed);
  }

  async function begin(c: Context, lang: Lang): Promise<Response> {
    const found = findForm(wizard, c, lang);
    const automatic = c.req.header('accept') === 'application/json';
    const pressure = await limits[automatic ? 'save' : 'send'](deps.clientAddress(c));
    if (pressure === 'flood') return floodAnswer(wizard, c, lang);
    const sent = await readStep(wizard, c, { documents: false });
    if (!sent.ok) {
      const { kind } = sent.error;
      const posting = found.ok ? found.form.facts : null;
      return deps.render(c, unreadablePage({ lang, posting, kind }), unreadableStatus[kind]);
    }
    // The first step asks for no file.
    await discardFiles(sent);
    if (!found.ok) return found.answer(sent.fields);
    const later = await laterClosing(c, found.form, sent.fields['email'] ?? '');
    const form = extendedForm(found.form, later);
    const known = tokens.verify(sent.fields['token'], form.posting.id);
    const token = known ?? newToken(form);
    const request = firstStep(form, sent.fields['do'] ?? 'next');
    const typed = textsOf(request.step, sent);
    if (!closingOf(wizard, form, token.openedAt, later).open) {
      return closedAnswer(wizard, c, form, typed);
    }
    const notice = noticeOf(c, sent.fields, known !== null, pressure === 'busy');
    const comeBack = (why: FormNotice, next: FormToken): Promise<Response> => {
      const { problems } = checkAnswers(request.step.questions, typed);
      return showFirst(c, form, next, { typed, problems, notice: why });
    };
    if (notice) return comeBack(notice, token);
    try {
      const made = await findSubmitted(deps.db, token.submissionKey);
      if (made) {
        const { name = '', email = '', phone = '' } = typed;
        const same = made.name === name && made.email === email && (made.phone ?? '') === phone;
        const { submissionKey: key } = token;
        const slug = form.facts.slugs[lang];
        if (same) return c.redirect(href('apply.receipt', lang, { slug, key }), 303);
        return comeBack('sent', newToken(form));
      }
      const taken = await takeStep(wizard, token.submissionKey, request.step, {
        ...sent,
        files: [],
      });
      const { submissionKey: key, openedAt } = token;
      const saved = { fields: sent.fields, taken, key, draft: null };
      return await saveAndAnswer(wizard, c, request, saved, (saving) =>
        beginDraft(deps.db, { ...saving, postingId: form.posting.id, lang, openedAt }),
      );
    } catch (error) {
      if (!isDatabaseOutage(error)) throw error;
      return comeBack('outage', token);
    }
  }

  /** A later closing instant agreed with whoever has this address or this link. */
  async function laterClosing(c: Context, { posting }: Form, email: string): Promise<Date | null> {
    // An outage is answered further on, with everything typed kept.
    const known = email.trim() !== '' && (await byAddress(posting.id, email.trim()));
    return known || deps.extensions.laterClosingOfLink(posting.id, c.req.query('until'));
  }

  async function byAddress(postingId: string, email: string): Promise<Date | null> {
    try {
      return await deps.extensions.laterClosing(postingId, email);
    } catch (error) {
      if (!isDatabaseOutage(error)) throw error;
      return null;
    }
  }

  function showFirst(
    c: Context,
    form: Form,
    token: FormToken,
    said: NonNullable<Parameters<typeof showStep>[4]>,
  ): Promise<Response> {
    return showStep(wizard, c, firstStep(form, 'next'), null, {
      ...said,
      token: tokens.sign(token),
    });
  }

  function firstStep(form: Form, asked: string): StepRequest {
    const [step] = form.steps;
    if (!step) throw new Error('A form without steps');
    return { ...form, step, graceEnds: null, fromCheck: false, asked };
  }

  function newToken({ posting }: Form): FormToken {
    return { submissionKey: deps.ids.uuid(), postingId: posting.id, openedAt: deps.clock() };
  }

  /** The first thing about the whole form that stands in the way, or null. */
  function noticeOf(
    c: Context,
    fields: Readonly<Record<string, string>>,
    recognized: boolean,
    busy: boolean,
  ): FormNotice | null {
    if (busy) return 'busy';
    if (isForeign(c.req.raw, Object.values(deps.origins))) return 'foreign';
    if (fields[trapField]) return 'trap';
    return recognized ? null : 'token';
  }
}
