import { type ApiPosting, type Posting, isPublic, postingOfApiId } from '#hiring/postings';
import { isDatabaseOutage } from '#platform/database';
import { type Lang, isLang, preferredLang } from '#platform/i18n';
import { formOf } from './asked-questions.ts';
import type { ApplicationsDeps } from './deps.ts';
import { durably, insertDraft, stepsOf } from './drafts/insert-draft.ts';
import { type TypedFields, addressIn } from './forms.ts';
import { type FormLimits, readForm } from './intake/read-form.ts';
import {
  type CheckResult,
  checkResume,
  discardResume,
  keepResume,
} from './intake/receive-resume.ts';
import { type Draft, resumeByteLimit } from './model.ts';
import { fromOtherSite, otherSiteFields, saysYes } from './other-site-form.ts';
import { type ResumeProblem, resumeProblemOf } from './pages/file-problem.ts';
import { trapField } from './pages/step-page.tsx';
import { opennessFor } from './openness.ts';
import type { FormNotice } from './pages/view.ts';
import { receiveAnswers } from './receive-answers.ts';

/** What became of a form of another site; `lang` is the language to answer in. */
export type OtherSiteOutcome =
  | { kind: 'made'; receiptUrl: string }
  | { kind: 'unknown-posting'; lang: Lang; typed: TypedFields }
  | { kind: 'unreadable'; lang: Lang; reason: 'truncated' | 'too-large' | 'not-a-form' }
  | { kind: 'closed' | 'outage'; lang: Lang; posting: Posting; typed: TypedFields }
  /** It is a draft now, to be completed on our own pages. */
  | {
      kind: 'correct';
      lang: Lang;
      posting: Posting;
      draft: Draft;
      notice: FormNotice | null;
      fileProblems: Readonly<Record<string, ResumeProblem>>;
    };

/**
 * Receives the application form of another site of the organization. What cannot be accepted
 * becomes a draft with everything that was typed, to be completed and sent from our own pages.
 */
export async function receiveOtherSiteForm(
  deps: ApplicationsDeps,
  { request, busy, limits }: { request: Request; busy: boolean; limits: FormLimits },
): Promise<OtherSiteOutcome> {
  const form = await readForm<CheckResult>(
    request,
    limits,
    (stream, name) => checkResume({ ...deps, maxBytes: resumeByteLimit }, stream, name),
    discardResume,
  );
  if (!form.ok) {
    return { kind: 'unreadable', lang: langOf(deps, request, {}, null), reason: form.error.kind };
  }
  const check = form.files[0]?.file ?? null;
  const asked = (form.fields[otherSiteFields.posting] ?? '').trim();
  const found = postingOfApiId(deps.postings.snapshot().postings, asked);
  const lang = langOf(deps, request, form.fields, found);
  const typed = fromOtherSite(form.fields, lang);
  if (!found || !isPublic(deps.postings.stateOf(found.posting))) {
    await discardResume(check);
    return { kind: 'unknown-posting', lang, typed };
  }
  const { posting } = found;
  const correct = (notice: FormNotice | null): Promise<OtherSiteOutcome> =>
    toDraft(deps, { posting, lang, typed, check, notice });
  try {
    const { open } = await opennessFor(deps, posting, addressIn(typed));
    if (!open) {
      await discardResume(check);
      return { kind: 'closed', lang, posting, typed };
    }
    const notice = noticeOf(deps, request, form.fields, busy);
    if (notice) return await correct(notice);
    const outcome = await receiveAnswers(deps, {
      posting,
      lang,
      typed,
      check,
      need: 'as-asked',
      privacyNotice: `of ${request.headers.get('origin') ?? ''}`,
      detail: {
        via: 'other-site-form',
        pool: saysYes(form.fields[otherSiteFields.pool]),
      },
      receipt: true,
    });
    switch (outcome.kind) {
      case 'made':
        return { kind: 'made', receiptUrl: outcome.receiptUrl };
      case 'closed':
        return { kind: 'closed', lang, posting, typed };
      case 'disk-full':
        return await correct('diskFull');
      case 'problems':
        return await correct(null);
    }
  } catch (error) {
    await discardResume(check);
    if (!isDatabaseOutage(error)) throw error;
    return { kind: 'outage', lang, posting, typed };
  }
}

/** Keeps what came as a draft, its file with it. */
async function toDraft(
  deps: ApplicationsDeps,
  came: {
    posting: Posting;
    lang: Lang;
    typed: TypedFields;
    check: CheckResult | null;
    notice: FormNotice | null;
  },
): Promise<OtherSiteOutcome> {
  const { posting, lang, typed, check, notice } = came;
  const key = deps.ids.uuid();
  const now = deps.clock();
  const kept = check?.ok ? await keepResume(deps, key, check.resume) : null;
  const problem = check && !check.ok ? resumeProblemOf(check) : null;
  const draft: Draft = {
    key,
    postingId: posting.id,
    lang,
    answers: stepsOf(
      formOf(posting.facts),
      { ...typed, resume: kept?.ok ? kept.resume.id : '' },
      now,
    ),
    revision: 1,
    openedAt: now,
    savedAt: now,
    email: addressIn(typed),
  };
  await deps.db.transaction().execute(async (tx) => {
    await durably(tx);
    await insertDraft(tx, draft);
  });
  const diskFull = (kept && !kept.ok) || (check && !check.ok && !problem);
  return {
    kind: 'correct',
    lang,
    posting,
    draft,
    notice: notice ?? (diskFull ? 'diskFull' : null),
    fileProblems: problem ? { resume: problem } : {},
  };
}

/** A browser always says where such a form comes from; what does not say is not one. */
function noticeOf(
  { otherSites, origins }: ApplicationsDeps,
  request: Request,
  fields: TypedFields,
  busy: boolean,
): FormNotice | null {
  if (busy) return 'busy';
  const origin = request.headers.get('origin') ?? '';
  if (!otherSites.includes(origin) && !Object.values(origins).includes(origin)) return 'foreign';
  return fields[trapField] ? 'trap' : null;
}

/**
 * The language of the form: the one of its posting, where each language has its own id; else what
 * the form says, the address of its page, the browser.
 */
function langOf(
  { origins }: ApplicationsDeps,
  request: Request,
  fields: TypedFields,
  found: ApiPosting | null,
): Lang {
  const [only, ...more] = found?.langs ?? [];
  if (only && more.length === 0) return only;
  if (isLang(fields['lang'])) return fields['lang'];
  const referer = request.headers.get('referer') ?? '';
  if (URL.canParse(referer)) {
    const { pathname, origin } = new URL(referer);
    const first = pathname.split('/')[1];
    if (isLang(first)) return first;
    if (origins.en !== origins.fr && origin === origins.fr) return 'fr';
  }
  return preferredLang(request.headers.get('accept-language')) ?? 'en';
}
