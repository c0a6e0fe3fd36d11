import {
  type CheckResult,
  askedQuestions,
  discardResume,
  receiveAnswers,
} from '#hiring/applications';
import type { Lang } from '#platform/i18n';
import type { FoundPosting } from '../board-postings.ts';
import type { LeverApiDeps } from '../deps.ts';
import { messages } from '../messages/index.ts';
import type { ApplyProblem } from '../model.ts';
import { customQuestionIds, readApplyFields } from '../rules/apply-fields.ts';
import { beginRequest, keepAnswer, requestHash } from './kept-answers.ts';
import { faultProblems, inputProblems } from './problems.ts';

/** An answer to an application, in the shape of v0. */
export type Answer =
  | {
      status: 200;
      body: { ok: true; applicationId: string; reference: string; receiptUrl: string };
    }
  | {
      status: 400 | 410 | 422 | 503;
      body: { ok: false; error: string; errors: readonly ApplyProblem[] };
    };

/** An application that a program sent, read but not judged. */
export type Sent = {
  found: FoundPosting;
  fields: Readonly<Record<string, unknown>>;
  check: CheckResult | null;
  keyId: string;
  idempotencyKey: string | null;
  acceptLanguage: string | undefined;
  /** Language of what we say about it. */
  lang: Lang;
};

const idempotencyKeyLimit = 255;

/** Takes an application, once for each Idempotency-Key where there is one. */
export async function apply(
  deps: LeverApiDeps,
  sent: Sent,
): Promise<{ answer: Answer; replayed: boolean }> {
  const { keyId, idempotencyKey, check, lang } = sent;
  const t = messages(lang);
  const refuse = async (
    status: 400 | 422,
    code: string,
    message: string,
  ): Promise<{ answer: Answer; replayed: boolean }> => {
    await discardResume(check);
    const errors = [{ field: 'Idempotency-Key', code, message }];
    return { answer: { status, body: { ok: false, error: message, errors } }, replayed: false };
  };
  if (idempotencyKey === null) return { answer: await judge(deps, sent), replayed: false };
  if (idempotencyKey.length > idempotencyKeyLimit) {
    return refuse(400, 'long', t('idempotency.long', { limit: idempotencyKeyLimit }));
  }
  const hash = requestHash([
    sent.found.posting.id,
    sent.found.lang,
    sent.fields,
    check && (check.ok ? check.resume.staged.sha256 : check.error.kind),
  ]);
  const request = { keyId, idempotencyKey, hash };
  const before = await beginRequest(deps, request);
  switch (before.kind) {
    case 'other-content':
      return refuse(422, 'reused', t('idempotency.reused'));
    case 'answered':
      await discardResume(check);
      return { answer: before.answer, replayed: true };
    case 'go-on': {
      const answer = await judge(deps, sent);
      if (answer.status < 500) await keepAnswer(deps.db, request, answer);
      return { answer, replayed: false };
    }
  }
}

async function judge(deps: LeverApiDeps, sent: Sent): Promise<Answer> {
  const { found, check, lang } = sent;
  const { posting } = found;
  const t = messages(lang);
  const read = readApplyFields(sent.fields, {
    questionIds: customQuestionIds(askedQuestions(posting.facts)),
    postingLang: found.isOneLanguage ? found.lang : null,
    acceptLanguage: sent.acceptLanguage,
  });
  if (read.faults.length > 0) {
    await discardResume(check);
    return refused(422, faultProblems(lang, read.faults));
  }
  const outcome = await receiveAnswers(deps, {
    posting,
    lang: found.lang,
    typed: read.typed,
    check,
    need: 'least',
    privacyNotice: read.policy === null ? 'of the sender' : `of the sender: ${read.policy}`,
    detail: { via: 'lever-api', key: sent.keyId },
    receipt: !read.silent,
  });
  switch (outcome.kind) {
    case 'made': {
      const { applicationId, reference, receiptUrl } = outcome;
      return { status: 200, body: { ok: true, applicationId, reference, receiptUrl } };
    }
    case 'problems': {
      await discardResume(check);
      const questions = askedQuestions(posting.facts);
      return refused(
        422,
        inputProblems(lang, sent.fields, { ...outcome, questions, typed: read.typed }),
      );
    }
    case 'closed':
      return refused(410, [{ field: 'posting', code: 'closed', message: t('posting.closed') }]);
    case 'disk-full':
      return refused(503, [{ field: 'resume', code: 'disk-full', message: t('disk-full') }]);
  }
}

function refused(status: 410 | 422 | 503, errors: readonly ApplyProblem[]): Answer {
  const error = errors.map(({ message }) => message).join(' ');
  return { status, body: { ok: false, error, errors } };
}
