import { type Posting, acceptsApplications } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { contentKey } from './content-key.ts';
import { type FieldProblems, type TypedFields, parseApplication } from './forms.ts';
import type { NewEvent } from './history.ts';
import { type CheckResult, discardResume, keepResume } from './intake/receive-resume.ts';
import { type MakeDeps, makeApplication } from './make-application.ts';
import type { StoredResume } from './model.ts';
import { type ResumeProblem, resumeProblemOf } from './pages/form-view.ts';

/** Answers that did not come from a form of ours: from a program, or from another site's form. */
export type Answers = {
  posting: Posting;
  /** Language of the posting that they answer. */
  lang: Lang;
  typed: TypedFields;
  /** The résumé as it was taken off the wire; it is kept or discarded here. */
  check: CheckResult | null;
  /** Whether a statement and a résumé are needed, as on our form. */
  need: { statement: 'required' | 'optional'; resume: 'required' | 'optional' };
  /** What the sender says that the candidate agreed to, as it is written down. */
  privacyNotice: string;
  /** For the first event of the history: codes of the way that they came. */
  detail: NewEvent['detail'];
  /** False suppresses the receipt's e-mail. */
  receipt: boolean;
  /** Submission key of the form that will show the problems: a good résumé is kept for it. */
  draftKey: string | null;
};

export type AnswersOutcome =
  | {
      kind: 'made';
      applicationId: string;
      reference: string;
      submissionKey: string;
      receiptUrl: string;
      /** The same answers had made this application before. */
      repeated: boolean;
    }
  | {
      kind: 'problems';
      problems: FieldProblems;
      resumeProblem: ResumeProblem | null;
      keptResume: StoredResume | null;
    }
  | { kind: 'closed' | 'disk-full' };

/**
 * Makes an application of such answers, by the same rules and in the same transaction as our form.
 * The closing instant is exact: nobody signed when the form was opened, so there is no grace.
 */
export async function receiveAnswers(
  deps: MakeDeps & { secret: string },
  answers: Answers,
): Promise<AnswersOutcome> {
  const { posting, lang, typed, check, need, receipt, detail, privacyNotice } = answers;
  try {
    if (!acceptsApplications(deps.postings.stateOf(posting))) {
      await discardResume(check);
      return { kind: 'closed' };
    }
    const parsed = parseApplication(typed, { statement: need.statement });
    const resumeProblem = problemOf(check, need.resume);
    if (!parsed.ok || resumeProblem) {
      const problems = parsed.ok ? {} : parsed.problems;
      const keptResume = await keepDraft(deps, answers);
      return { kind: 'problems', problems, resumeProblem, keptResume };
    }
    // Not a problem of theirs, and not a good file: our disk.
    if (check && !check.ok) return { kind: 'disk-full' };
    const { input } = parsed;
    const sha256 = check ? check.resume.staged.sha256 : null;
    const submissionKey = contentKey(deps.secret, posting.id, input, sha256);
    const kept = check && (await keepResume(deps, submissionKey, check.resume));
    if (kept && !kept.ok) return { kind: 'disk-full' };
    const made = await makeApplication(deps, {
      posting,
      lang,
      submissionKey,
      input,
      resume: kept ? kept.resume : null,
      privacyNotice,
      withinGrace: false,
      detail,
      receipt,
    });
    return { kind: 'made', ...made };
  } catch (error) {
    await discardResume(check);
    throw error;
  }
}

function problemOf(check: CheckResult | null, need: 'required' | 'optional'): ResumeProblem | null {
  if (check) return check.ok ? null : resumeProblemOf(check);
  return need === 'required' ? { kind: 'missing', name: '' } : null;
}

async function keepDraft(
  deps: MakeDeps,
  { check, draftKey }: Answers,
): Promise<StoredResume | null> {
  if (!check?.ok) return null;
  if (draftKey === null) {
    await discardResume(check);
    return null;
  }
  const kept = await keepResume(deps, draftKey, check.resume);
  return kept.ok ? kept.resume : null;
}
