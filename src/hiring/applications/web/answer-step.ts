import type { Context } from 'hono';
import type { Lang } from '#platform/i18n';
import type { Tx } from '#platform/database';
import { type SaveOutcome, type StepSaving, saveStep } from '../drafts/save-step.ts';
import { stepAfter } from '../drafts/rules.ts';
import { draftEmail } from '../emails.tsx';
import { type TypedFields, addressIn, checkAnswers, fitsDraft } from '../forms.ts';
import type { Draft, FormStep } from '../model.ts';
import { conflictPage } from '../pages/conflict-page.tsx';
import { stepPage } from '../pages/step-page.tsx';
import { type FormNotice, type StepView, draftPaths, noticeStatus } from '../pages/view.ts';
import { findEarlier } from '../earlier-answers.ts';
import { findUploads } from '../queries.ts';
import type { TakenStep } from './receive-step.ts';
import { type Form, type Wizard, keepPrivate, viewOf } from './wizard.ts';

/** A step to answer about: whose, and what was asked of it. */
export type StepRequest = Form & {
  step: FormStep;
  graceEnds: Date | null;
  fromCheck: boolean;
  /** `next`, `later`, `autosave` or `reuse <id>`. */
  asked: string;
};

/** The page of a step: fresh, or as it came back. */
export async function showStep(
  wizard: Wizard,
  c: Context,
  request: Pick<StepRequest, keyof Form | 'step' | 'graceEnds' | 'fromCheck'>,
  draft: Draft | null,
  said: Partial<
    Pick<StepView, 'token' | 'typed' | 'problems' | 'fileProblems' | 'notice' | 'uploads'>
  > = {},
): Promise<Response> {
  const { deps } = wizard;
  const { lang, step } = request;
  keepPrivate(c);
  const documents = step.kind === 'documents' && draft !== null && said.uploads === undefined;
  // An outage is answered with what is at hand.
  const away = said.notice === 'outage';
  const candidate = away ? null : await deps.currentCandidate(c);
  const view: StepView = {
    ...viewOf(request, draft, request.graceEnds),
    step,
    token: null,
    page: deps.ids.uuid(),
    typed: { correspondence: lang, ...draft?.answers[step.id]?.fields },
    problems: {},
    fileProblems: {},
    notice: null,
    fromCheck: request.fromCheck,
    earlier: candidate ? await findEarlier(deps, candidate.id, step, lang) : [],
    ...(documents && !away && { uploads: await findUploads(deps.db, draft.key) }),
    ...said,
  };
  const right = Object.keys({ ...view.problems, ...view.fileProblems }).length === 0;
  const looksOnly = right || c.req.method === 'GET';
  const status = view.notice ? noticeStatus[view.notice] : looksOnly ? 200 : 422;
  return deps.render(c, stepPage(view), status);
}

/** Saves a step that was read and whose files were kept, and answers. */
export async function saveAndAnswer(
  wizard: Wizard,
  c: Context,
  request: StepRequest,
  sent: { fields: TypedFields; taken: TakenStep; key: string; draft: Draft | null },
  save: (saving: StepSaving) => Promise<SaveOutcome> = (saving) => saveStep(wizard.deps.db, saving),
): Promise<Response> {
  const { deps } = wizard;
  const { step, lang, asked, steps } = request;
  const { taken, fields } = sent;
  const { fields: typed, fileProblems, uploads } = taken;
  const comeBack = (draft: Draft | null, notice: FormNotice | null): Promise<Response> => {
    const { problems } = checkAnswers(step.questions, typed);
    for (const id of Object.keys(fileProblems)) delete problems[id];
    return showStep(wizard, c, request, draft, { typed, problems, fileProblems, notice, uploads });
  };
  if (!fitsDraft(typed)) return comeBack(sent.draft, 'tooLong');
  const automatic = asked === 'autosave';
  const outcome = await save({
    key: sent.key,
    step: step.id,
    base: Number.parseInt(fields['revision'] ?? '', 10) || 0,
    page: (fields['page'] ?? '').slice(0, 64),
    fields: typed,
    // While somebody is still typing, half an address can look like a whole one.
    email: step.kind === 'contact' && !automatic ? addressIn(typed) : null,
    now: deps.clock(),
    onAddress: async (tx, draft) => {
      if (await wizard.limits.mayMail(draft.key)) await mailLink(wizard, tx, request, draft);
    },
  });
  if (outcome.kind === 'gone') return c.notFound();
  const { draft } = outcome;
  const paths = draftPaths({ posting: request.facts }, draft.key);
  if (automatic) {
    if (outcome.kind === 'conflict') return c.json({ conflict: true }, 409);
    return c.json({ revision: draft.revision, action: paths.step(step)[lang] });
  }
  if (outcome.kind === 'conflict') {
    const known = uploads.size > 0 ? uploads : await findUploads(deps.db, draft.key);
    const page = conflictPage({
      ...viewOf(request, draft, request.graceEnds),
      draft,
      uploads: known,
      step,
      page: deps.ids.uuid(),
      typed,
      fromCheck: request.fromCheck,
    });
    return deps.render(c, page, 409);
  }
  if (taken.diskFull) return comeBack(draft, 'diskFull');
  const wrong = Object.keys(fileProblems).length > 0;
  if (asked === 'later' && !wrong) return c.redirect(paths.tasks[lang], 303);
  const { problems } = checkAnswers(step.questions, typed);
  if (wrong || Object.keys(problems).length > 0) return comeBack(draft, null);
  const next = request.fromCheck ? null : stepAfter(steps, step.id);
  return c.redirect((next ? paths.step(next) : paths.check)[lang], 303);
}

/** The draft's private address, to the address that was just given. */
async function mailLink(
  { deps }: Wizard,
  tx: Tx,
  { posting, facts }: Form,
  draft: Draft,
): Promise<void> {
  if (!draft.email) return;
  const lang: Lang = draft.lang;
  const path = draftPaths({ posting: facts }, draft.key).tasks[lang];
  await deps.mail.queue(
    tx,
    draftEmail({
      lang,
      recipient: draft.email,
      postingTitle: posting.text[lang].title,
      organization: deps.postings.snapshot().site.organization[lang],
      draftUrl: deps.origins[lang] + path,
      closesAt: facts.closesAt,
      timeZone: facts.timeZone,
    }),
  );
}
