import { type ApiPosting, isPublic, postingOfApiId } from '#hiring/postings';
import { isDatabaseOutage } from '#platform/database';
import { type Lang, isLang, preferredLang } from '#platform/i18n';
import type { ApplicationsDeps } from './deps.ts';
import type { FormTokens } from './form-token.ts';
import type { TypedFields } from './forms.ts';
import { type FormLimits, readForm } from './intake/read-form.ts';
import {
  type CheckResult,
  checkResume,
  discardResume,
  keepResume,
} from './intake/receive-resume.ts';
import { resumeByteLimit } from './model.ts';
import { fromOtherSite, otherSiteFields, saysYes } from './other-site-form.ts';
import { type FormNotice, type FormView, noticeStatus } from './pages/form-view.ts';
import { trapField } from './pages/form-page.tsx';
import { postingFacts } from './posting-facts.ts';
import { receiveAnswers } from './receive-answers.ts';
import type { ReceiveOutcome } from './receive-application.ts';

/** What became of a form of another site; `lang` is the language to answer in. */
export type OtherSiteOutcome =
  | { kind: 'made'; receiptUrl: string }
  | { kind: 'unknown-posting'; lang: Lang; typed: TypedFields }
  | { kind: 'unreadable'; lang: Lang; reason: 'truncated' | 'too-large' | 'not-a-form' }
  | { kind: 'closed'; lang: Lang; posting: ApiPosting['posting']; typed: TypedFields }
  | Extract<ReceiveOutcome, { kind: 'correct' }>;

/**
 * Receives the application form of another site of the organization. What cannot be accepted comes
 * back as our own form, filled in, from which it can be sent.
 */
export async function receiveOtherSiteForm(
  deps: ApplicationsDeps,
  tokens: FormTokens,
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
  const check = form.received?.file ?? null;
  const catalogue = deps.postings.snapshot();
  const asked = (form.fields[otherSiteFields.posting] ?? '').trim();
  const found = postingOfApiId(catalogue.postings, asked);
  const lang = langOf(deps, request, form.fields, found);
  const typed = fromOtherSite(form.fields, lang);
  if (!found || !isPublic(deps.postings.stateOf(found.posting))) {
    await discardResume(check);
    return { kind: 'unknown-posting', lang, typed };
  }
  const { posting } = found;
  const token = { submissionKey: deps.ids.uuid(), postingId: posting.id, openedAt: deps.clock() };
  const correct = (
    more: Partial<Pick<FormView, 'problems' | 'resumeProblem' | 'keptResume' | 'notice'>>,
  ): OtherSiteOutcome => ({
    kind: 'correct',
    status: more.notice ? noticeStatus[more.notice] : 422,
    view: {
      lang,
      posting: postingFacts(posting, lang),
      token: tokens.sign(token),
      // Our form stands under our notice, which its sender has yet to agree to.
      typed: { ...typed, consent: '' },
      problems: {},
      resumeProblem: null,
      keptResume: null,
      notice: null,
      ...more,
    },
  });
  try {
    const notice = noticeOf(deps, request, form.fields, busy);
    if (notice) {
      const kept = check?.ok ? await keepResume(deps, token.submissionKey, check.resume) : null;
      return correct({ notice, keptResume: kept?.ok ? kept.resume : null });
    }
    const outcome = await receiveAnswers(deps, {
      posting,
      lang,
      typed,
      check,
      need: { statement: 'required', resume: 'required' },
      privacyNotice: `of ${request.headers.get('origin') ?? ''}`,
      detail: {
        via: 'other-site-form',
        pool: saysYes(form.fields[otherSiteFields.pool]),
      },
      receipt: true,
      draftKey: token.submissionKey,
    });
    switch (outcome.kind) {
      case 'made':
        return { kind: 'made', receiptUrl: outcome.receiptUrl };
      case 'closed':
        return { kind: 'closed', lang, posting, typed };
      case 'disk-full':
        return correct({ notice: 'diskFull' });
      case 'problems':
        return correct(outcome);
    }
  } catch (error) {
    await discardResume(check);
    if (!isDatabaseOutage(error)) throw error;
    return correct({ notice: 'outage' });
  }
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
