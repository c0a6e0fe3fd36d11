import type { Posting } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { contentKey } from './content-key.ts';
import type { NewEvent } from './history.ts';
import { type CheckResult, discardResume, keepResume } from './intake/receive-resume.ts';
import { type MakeDeps, makeApplication } from './make-application.ts';
import { askedQuestions } from './asked-questions.ts';
import {
  type FieldProblems,
  type Need,
  type TypedFields,
  addressIn,
  parseApplication,
} from './forms.ts';
import { type OpennessDeps, opennessFor } from './openness.ts';
import { type ResumeProblem, resumeProblemOf } from './pages/file-problem.ts';

/** Answers that did not come from a form of ours: from a program, or from another site's form. */
export type Answers = {
  posting: Posting;
  /** Language of the posting that they answer. */
  lang: Lang;
  typed: TypedFields;
  /** The résumé as it was taken off the wire; it is kept or discarded here. */
  check: CheckResult | null;
  /** Whether everything is needed that our form asks for. */
  need: Need;
  /** What the sender says that the candidate agreed to, as it is written down. */
  privacyNotice: string;
  /** For the first event of the history: codes of the way that they came. */
  detail: NewEvent['detail'];
  /** False suppresses the receipt's e-mail. */
  receipt: boolean;
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
  /** The résumé is the caller's again, to keep or discard. */
  | { kind: 'problems'; problems: FieldProblems; resumeProblem: ResumeProblem | null }
  | { kind: 'closed' | 'disk-full' };

/**
 * Makes an application of such answers, by the same rules and in the same transaction as our form.
 * The closing instant is exact: nobody signed when the form was opened, so there is no grace; it is
 * a later one for those with whom that was agreed.
 */
export async function receiveAnswers(
  deps: MakeDeps & OpennessDeps & { secret: string },
  answers: Answers,
): Promise<AnswersOutcome> {
  const { posting, lang, typed, check, need, receipt, detail, privacyNotice } = answers;
  try {
    const { open } = await opennessFor(deps, posting, addressIn(typed));
    if (!open) {
      await discardResume(check);
      return { kind: 'closed' };
    }
    const parsed = parseApplication(askedQuestions(posting.facts), typed, need);
    const resumeProblem = problemOf(check, need);
    if (!parsed.ok || resumeProblem) {
      const problems = parsed.ok ? {} : parsed.problems;
      return { kind: 'problems', problems, resumeProblem };
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
      files: kept ? [kept.resume] : [],
      privacyNotice,
      withinGrace: false,
      detail,
      receipt,
    });
    // Without a draft, there is nothing that could have changed or been decided meanwhile.
    if (made.kind !== 'submitted')
      throw new Error(`An application without a draft is ${made.kind}`);
    return { ...made, kind: 'made' };
  } catch (error) {
    await discardResume(check);
    throw error;
  }
}

function problemOf(check: CheckResult | null, need: Need): ResumeProblem | null {
  if (check) return check.ok ? null : resumeProblemOf(check);
  return need === 'as-asked' ? { kind: 'missing', name: '' } : null;
}
