import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import { type Lang, foldForSearch } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Email, Mail } from '#platform/mail';
import { sql } from 'kysely';
import { type NewEvent, recordEvent } from './history.ts';
import type { ApplicationInput, AskedQuestion, StoredResume } from './model.ts';

/** All that makes an application, checked and stored beforehand; only the database is left. */
export type Submission = {
  submissionKey: string;
  postingId: string;
  postingVersion: string;
  pageLang: Lang;
  input: ApplicationInput;
  /** Null where it came without one, which our own form does not allow. */
  resume: StoredResume | null;
  questions: readonly AskedQuestion[];
  privacyNotice: string;
  withinGrace: boolean;
  /** Told in the transaction that makes the application; not for a repeat. */
  onMade(tx: Tx, made: MadeApplication): Promise<void>;
  /** More for its first event: ids and codes of the way that it came. */
  detail?: NewEvent['detail'];
  /** Builds the receipt's e-mail once the reference is known; null sends none. */
  receiptEmail: ((reference: string, submittedAt: Date) => Email) | null;
};

/** What may be said of an application without naming anybody. */
export type MadeApplication = { id: string; reference: string; receivedAt: Date };

export type Submitted = {
  applicationId: string;
  submissionKey: string;
  reference: string;
  repeated: boolean;
};

/**
 * Makes the application: application, identity, first event and the receipt's e-mail, in one
 * transaction. When this returns, the rows are on disk (`synchronous_commit` is forced on, whatever
 * the server's default); the résumé was synced before.
 *
 * The same submission key always makes the same single application: a double click, a retry or a
 * reload gets the first one back with `repeated: true`.
 */
export async function submitApplication(
  deps: { db: Db; mail: Mail; clock: Clock; ids: Ids },
  submission: Submission,
): Promise<Submitted> {
  const { db, ids, clock } = deps;
  // A reference has 40 random bits: two tries in a row that collide would mean something else is wrong.
  for (let attempt = 1; ; attempt += 1) {
    const reference = ids.reference();
    try {
      return await db.transaction().execute(async (tx) => {
        await sql`set local synchronous_commit = on`.execute(tx);
        return write(tx, deps, submission, reference, clock());
      });
    } catch (error) {
      if (attempt >= 3 || !isReferenceTaken(error)) throw error;
    }
  }
}

async function write(
  tx: Tx,
  { mail, ids }: { mail: Mail; ids: Ids },
  submission: Submission,
  reference: string,
  now: Date,
): Promise<Submitted> {
  const { input, resume, submissionKey } = submission;
  const inserted = await tx
    .insertInto('applications')
    .values({
      id: ids.uuid(),
      reference,
      posting_id: submission.postingId,
      posting_version: submission.postingVersion,
      submission_key: submissionKey,
      page_lang: submission.pageLang,
      correspondence_lang: input.correspondenceLang,
      statement: input.statement,
      work_samples: input.workSamples,
      heard_from: input.heardFrom,
      resume_sha256: resume?.sha256 ?? null,
      questions: JSON.stringify(submission.questions),
      privacy_notice: submission.privacyNotice,
      within_grace: submission.withinGrace,
      submitted_at: now,
    })
    // Waits for a concurrent twin to commit, then yields to it.
    .onConflict((conflict) => conflict.column('submission_key').doNothing())
    .returning('id')
    .executeTakeFirst();

  if (!inserted) {
    const first = await tx
      .selectFrom('applications')
      .select(['id as applicationId', 'reference'])
      .where('submission_key', '=', submissionKey)
      .executeTakeFirstOrThrow();
    return { ...first, submissionKey, repeated: true };
  }

  await tx
    .insertInto('applicant_identities')
    .values({
      application_id: inserted.id,
      full_name: input.name,
      name_sort: foldForSearch(input.name).slice(0, 200),
      email: input.email,
      phone: input.phone,
      resume_name: resume?.name ?? null,
      search_text: foldForSearch(`${input.name} ${input.email} ${reference}`),
    })
    .execute();
  await recordEvent(tx, {
    applicationId: inserted.id,
    kind: submission.withinGrace ? 'submitted-within-grace' : 'submitted',
    actor: { kind: 'candidate' },
    detail: { lang: submission.pageLang, ...submission.detail },
    at: now,
  });
  if (submission.receiptEmail) await mail.queue(tx, submission.receiptEmail(reference, now));
  await submission.onMade(tx, { id: inserted.id, reference, receivedAt: now });
  return { applicationId: inserted.id, submissionKey, reference, repeated: false };
}

function isReferenceTaken(error: unknown): boolean {
  return (error as { constraint?: unknown }).constraint === 'applications_reference_key';
}
