import { type Posting, defaultTimeZone } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { askedQuestions } from './asked-questions.ts';
import type { ApplicationsDeps } from './deps.ts';
import { receiptEmail } from './emails.tsx';
import type { ApplicationInput, SentFile } from './model.ts';
import type { Submission } from './submission.ts';
import { type SubmitOutcome, submitApplication } from './submit-application.ts';

/** Checked answers to a posting, by whatever way they came. */
export type CheckedAnswers = Pick<
  Submission,
  'submissionKey' | 'privacyNotice' | 'withinGrace' | 'detail'
> & {
  posting: Posting;
  /** Language of the page that they were written on. */
  lang: Lang;
  input: ApplicationInput;
  files: readonly SentFile[];
  draftRevision?: number;
  /** False where the sender confirms by itself: no e-mail is then written. */
  receipt?: boolean;
};

/** What making an application needs. */
export type MakeDeps = Pick<
  ApplicationsDeps,
  'db' | 'mail' | 'clock' | 'ids' | 'origins' | 'postings' | 'onApplication'
>;

/**
 * Makes the application of checked answers, to the posting as it is advertised now, with the
 * questions as they stand and a receipt in the candidate's language.
 */
export async function makeApplication(
  deps: MakeDeps,
  answers: CheckedAnswers,
): Promise<SubmitOutcome & { receiptUrl: string }> {
  const { posting, lang, input, receipt = true, draftRevision, ...rest } = answers;
  const writes = input.correspondenceLang;
  const { organization } = deps.postings.snapshot().site;
  const path = href('apply.receipt', writes, {
    slug: posting.slugs[writes],
    key: answers.submissionKey,
  });
  const receiptUrl = deps.origins[writes] + path;
  const submitted = await submitApplication(deps, {
    ...rest,
    postingId: posting.id,
    postingVersion: posting.versionHash,
    pageLang: lang,
    input,
    questions: askedQuestions(posting.facts),
    draftRevision: draftRevision ?? null,
    onMade: (tx, made) => deps.onApplication(tx, posting, made),
    receiptEmail: receipt
      ? (sent) =>
          receiptEmail({
            ...sent,
            lang: writes,
            recipient: input.email,
            name: input.name,
            postingTitle: posting.text[writes].title,
            organization: organization[writes],
            timeZone: posting.facts?.timeZone ?? defaultTimeZone,
            receiptUrl,
          })
      : null,
  });
  return { ...submitted, receiptUrl };
}
