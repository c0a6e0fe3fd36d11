import { type Context, Hono } from 'hono';
import { isDatabaseOutage } from '#platform/database';
import { type Lang, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { readFields } from '#web/read-fields.ts';
import { href, routes } from '#web/routes.ts';
import { askedQuestions } from '../asked-questions.ts';
import { findDraft } from '../drafts/find-draft.ts';
import { typedIn } from '../drafts/rules.ts';
import { checkAnswers, parseApplication } from '../forms.ts';
import { makeApplication } from '../make-application.ts';
import type { KeptUpload } from '../intake/receive-resume.ts';
import { type CheckView, checkPage } from '../pages/check-page.tsx';
import { notKeptPage } from '../pages/refusal-page.tsx';
import { type FormNotice, noticeStatus } from '../pages/view.ts';
import { findSubmitted, findUploads } from '../queries.ts';
import { type OpenDraft, type Wizard, findForm, floodAnswer, openDraft, viewOf } from './wizard.ts';

/** Checking one's answers, and sending them. */
export function checkRoutes(wizard: Wizard): Hono {
  const { deps, limits } = wizard;
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['apply.check'][lang], async (c) => {
      const found = await openDraft(wizard, c, lang);
      return found.ok ? showCheck(wizard, c, found.open) : found.answer({});
    });
    app.post(routes['apply.check'][lang], (c) => send(c, lang));
  }
  return app;

  async function send(c: Context, lang: Lang): Promise<Response> {
    const pressure = await limits.send(deps.clientAddress(c));
    if (pressure === 'flood') return floodAnswer(wizard, c, lang);
    const fields = (await readFields(c)) ?? {};
    try {
      const found = await openDraft(wizard, c, lang);
      if (!found.ok) return await found.answer({});
      const { open } = found;
      const foreign = isForeign(c.req.raw, Object.values(deps.origins));
      if (foreign) return await showCheck(wizard, c, open, { notice: 'foreign' });
      if (pressure === 'busy') return await showCheck(wizard, c, open, { notice: 'busy' });
      return await sendDraft(c, open, fields);
    } catch (error) {
      if (!isDatabaseOutage(error)) throw error;
      const form = findForm(wizard, c, lang);
      if (!form.ok) return form.answer({});
      const posting = form.form.facts;
      const page = notKeptPage({ lang, posting, questions: [], typed: {}, why: 'outage' });
      return deps.render(c, page, 503);
    }
  }

  async function sendDraft(
    c: Context,
    open: OpenDraft,
    fields: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const { draft, posting, steps, lang, graceEnds } = open;
    // Sent as it was checked, or not at all.
    if (Number(fields['revision']) !== draft.revision) {
      return showCheck(wizard, c, open, { notice: 'changed' });
    }
    const questions = askedQuestions(posting.facts);
    const uploads = await findUploads(deps.db, draft.key);
    const typed = withKnownFiles(typedIn(steps, draft.answers), uploads);
    const { problems } = checkAnswers(questions, typed);
    const consent = fields['consent'] ?? '';
    const parsed = parseApplication(questions, { ...typed, consent });
    if (!parsed.ok || Object.keys(problems).length > 0) {
      return showCheck(wizard, c, open, { consentMissing: consent !== 'yes' });
    }
    const outcome = await makeApplication(deps, {
      posting,
      lang,
      submissionKey: draft.key,
      input: parsed.input,
      files: questions.flatMap(({ id }) => uploads.get(typed[id] ?? '') ?? []),
      privacyNotice: deps.privacyNoticeVersion,
      withinGrace: graceEnds !== null,
      draftRevision: draft.revision,
    });
    switch (outcome.kind) {
      case 'submitted': {
        const slug = posting.slugs[lang];
        return c.redirect(href('apply.receipt', lang, { slug, key: draft.key }), 303);
      }
      case 'decided':
      case 'withdrawn':
        return showCheck(wizard, c, open, { notice: outcome.kind });
      case 'draft-changed': {
        const now = await findDraft(deps.db, draft.key);
        if (!now) return c.notFound();
        return showCheck(wizard, c, { ...open, draft: now }, { notice: 'changed' });
      }
    }
  }
}

/** The page of checking; what stands in the way of sending, where something does. */
export async function showCheck(
  wizard: Wizard,
  c: Context,
  open: OpenDraft,
  said: Partial<Pick<CheckView, 'consentMissing' | 'fileProblems'>> & {
    notice?: FormNotice | null;
  } = {},
): Promise<Response> {
  const { deps } = wizard;
  const { draft } = open;
  const uploads = await findUploads(deps.db, draft.key);
  const page = checkPage({
    ...viewOf(open, draft, open.graceEnds),
    draft,
    uploads,
    notice: null,
    consentMissing: false,
    fileProblems: {},
    isChange: (await findSubmitted(deps.db, draft.key)) !== null,
    ...said,
  });
  const status = said.notice ? noticeStatus[said.notice] : c.req.method === 'GET' ? 200 : 422;
  return deps.render(c, page, status);
}

/** A document whose file the scanner has taken away meanwhile is missing. */
function withKnownFiles(
  typed: Readonly<Record<string, string>>,
  uploads: ReadonlyMap<string, KeptUpload>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).map(([id, value]) => {
      const isFile = id === 'resume' || id.startsWith('document-');
      return [id, isFile && !uploads.has(value) ? '' : value];
    }),
  );
}
