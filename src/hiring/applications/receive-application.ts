import type { Posting } from '#hiring/postings';
import { isDatabaseOutage } from '#platform/database';
import type { Lang } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import type { ApplicationsDeps } from './deps.ts';
import type { FormToken, FormTokens } from './form-token.ts';
import { type TypedFields, parseApplication } from './forms.ts';
import { type FormLimits, readForm } from './intake/read-form.ts';
import {
  type CheckResult,
  checkResume,
  discardResume,
  keepResume,
} from './intake/receive-resume.ts';
import { makeApplication } from './make-application.ts';
import { type StoredResume, resumeByteLimit } from './model.ts';
import {
  type FormNotice,
  type FormView,
  type PostingFacts,
  type ResumeProblem,
  type NoticeStatus,
  noticeStatus,
  resumeProblemOf,
} from './pages/form-view.ts';
import { trapField } from './pages/form-page.tsx';
import { findKeptResume, findSubmitted } from './queries.ts';
import { closingFor, isExtended, judgeClosing } from './rules.ts';

/** A form as it arrived, with what the route knows about it. */
export type Arrival = {
  request: Request;
  lang: Lang;
  posting: Posting;
  facts: PostingFacts;
  /** Whether the posting takes applications at this moment, grace aside. */
  acceptsNow: boolean;
  /** Whether this sender is over the rate limit. */
  busy: boolean;
  limits: FormLimits;
};

/** What became of it. Nothing typed is lost in any of them. */
export type ReceiveOutcome =
  | { kind: 'submitted'; submissionKey: string }
  | { kind: 'correct'; status: NoticeStatus; view: FormView }
  | { kind: 'closed'; typed: TypedFields }
  | { kind: 'unreadable'; reason: 'truncated' | 'too-large' | 'not-a-form' };

/**
 * Receives one sending of the application form, in the order that loses least: read everything,
 * answer repeats from what is there, refuse what is late, keep the file even where a field must be
 * corrected, and make the application only when all of it is right.
 */
export async function receiveApplication(
  deps: ApplicationsDeps,
  tokens: FormTokens,
  arrival: Arrival,
): Promise<ReceiveOutcome> {
  const form = await readForm<CheckResult>(
    arrival.request,
    arrival.limits,
    (stream, name) => checkResume({ ...deps, maxBytes: resumeByteLimit }, stream, name),
    discardResume,
  );
  if (!form.ok) return { kind: 'unreadable', reason: form.error.kind };

  const typed: TypedFields = form.fields;
  const check = form.received?.file ?? null;
  try {
    return await judge(deps, tokens, await forSender(deps, arrival, typed), typed, check);
  } catch (error) {
    await discardResume(check);
    if (!isDatabaseOutage(error)) throw error;
    return toCorrect(arrival, tokens, tokenOf(deps, tokens, arrival, typed), typed, {
      notice: 'outage',
    });
  }
}

/** The arrival with the closing instant of the person who sends it. */
async function forSender(
  deps: ApplicationsDeps,
  arrival: Arrival,
  typed: TypedFields,
): Promise<Arrival> {
  const { posting, facts } = arrival;
  const email = typed['email']?.trim();
  const later = email ? await deps.extensions.laterClosing(posting.id, email) : null;
  if (!later) return arrival;
  return {
    ...arrival,
    facts: { ...facts, closesAt: closingFor(facts.closesAt, later) },
    acceptsNow: arrival.acceptsNow || isExtended(posting, later, deps.clock()),
  };
}

/** Everything of a form that asks the database: what it is, and what becomes of it. */
async function judge(
  deps: ApplicationsDeps,
  tokens: FormTokens,
  arrival: Arrival,
  typed: TypedFields,
  check: CheckResult | null,
): Promise<ReceiveOutcome> {
  const { posting, facts } = arrival;
  const known = tokens.verify(typed['token'], posting.id);
  const first = known && (await findSubmitted(deps.db, known.submissionKey));
  if (known && first && saysTheSame(first, typed, check)) {
    await discardResume(check);
    return { kind: 'submitted', submissionKey: known.submissionKey };
  }

  const closing = known ? verdict(deps, facts, known) : 'in-time';
  if (!arrival.acceptsNow && !(closing === 'within-grace' && !posting.archived)) {
    await discardResume(check);
    return { kind: 'closed', typed };
  }

  // A used form with other answers, perhaps another person's at the same computer, is not a repeat.
  const token = first ? newToken(deps, arrival) : tokenOf(deps, tokens, arrival, typed);
  const resume = await takeResume(deps, token, check);
  const parsed = parseApplication(typed);
  const notice = first ? 'sent' : noticeOf(deps, arrival, typed, known !== null, resume.diskFull);
  if (parsed.ok && resume.stored && !resume.problem && !notice) {
    const { submissionKey } = await makeApplication(deps, {
      posting,
      lang: arrival.lang,
      submissionKey: token.submissionKey,
      input: parsed.input,
      resume: resume.stored,
      privacyNotice: deps.privacyNoticeVersion,
      withinGrace: closing === 'within-grace',
    });
    return { kind: 'submitted', submissionKey };
  }
  return toCorrect(arrival, tokens, token, typed, {
    problems: parsed.ok ? {} : parsed.problems,
    resumeProblem: resume.problem,
    keptResume: resume.stored,
    notice,
  });
}

function toCorrect(
  { lang, facts }: Arrival,
  tokens: FormTokens,
  token: FormToken,
  typed: TypedFields,
  found: Partial<Pick<FormView, 'problems' | 'resumeProblem' | 'keptResume' | 'notice'>>,
): ReceiveOutcome {
  const { problems = {}, resumeProblem = null, keptResume = null, notice = null } = found;
  return {
    kind: 'correct',
    status: notice ? noticeStatus[notice] : 422,
    view: {
      lang,
      posting: facts,
      token: tokens.sign(token),
      typed,
      problems,
      resumeProblem,
      keptResume,
      notice,
    },
  };
}

/** The token of the form, or that of a new one where it is not recognized: same answers, new form. */
function tokenOf(
  deps: ApplicationsDeps,
  tokens: FormTokens,
  arrival: Arrival,
  typed: TypedFields,
): FormToken {
  return tokens.verify(typed['token'], arrival.posting.id) ?? newToken(deps, arrival);
}

function newToken(deps: ApplicationsDeps, { posting }: Arrival): FormToken {
  return { submissionKey: deps.ids.uuid(), postingId: posting.id, openedAt: deps.clock() };
}

/** Whether a form sent again says what it said the first time. No file chosen is no other file. */
function saysTheSame(
  first: { name: string; email: string; statement: string; resumeSha256: string | null },
  typed: TypedFields,
  check: CheckResult | null,
): boolean {
  const parsed = parseApplication(typed);
  if (!parsed.ok) return false;
  const { name, email, statement } = parsed.input;
  const sameFile =
    check === null || (check.ok && check.resume.staged.sha256 === first.resumeSha256);
  return sameFile && name === first.name && email === first.email && statement === first.statement;
}

/** The first thing about the whole form that stands in the way, or null. */
function noticeOf(
  deps: ApplicationsDeps,
  { request, busy }: Arrival,
  typed: TypedFields,
  recognized: boolean,
  diskFull: boolean,
): FormNotice | null {
  if (diskFull) return 'diskFull';
  if (busy) return 'busy';
  if (isForeign(request, Object.values(deps.origins))) return 'foreign';
  if (typed[trapField]) return 'trap';
  return recognized ? null : 'token';
}

function verdict(
  { clock, closingGraceMinutes }: ApplicationsDeps,
  facts: PostingFacts,
  token: FormToken,
) {
  return judgeClosing({
    closesAt: facts.closesAt,
    openedAt: token.openedAt,
    now: clock(),
    graceMinutes: closingGraceMinutes,
  });
}

/** The résumé of this sending: the new file where it is good, else the one kept from before. */
async function takeResume(
  deps: ApplicationsDeps,
  { submissionKey }: FormToken,
  check: CheckResult | null,
): Promise<{ stored: StoredResume | null; problem: ResumeProblem | null; diskFull: boolean }> {
  if (check?.ok) {
    const kept = await keepResume(deps, submissionKey, check.resume);
    if (kept.ok) return { stored: kept.resume, problem: null, diskFull: false };
  }
  const stored = await findKeptResume(deps.db, submissionKey);
  if (check === null) {
    const problem: ResumeProblem | null = stored ? null : { kind: 'missing', name: '' };
    return { stored, problem, diskFull: false };
  }
  const problem = resumeProblemOf(check);
  return { stored, problem, diskFull: problem === null };
}
