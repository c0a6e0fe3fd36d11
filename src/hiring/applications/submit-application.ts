import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { Mail } from '#platform/mail';
import { findDraft } from './drafts/find-draft.ts';
import { recordEvent } from './history.ts';
import type { Submission } from './submission.ts';
import { reopenUntold } from './told-status.ts';
import { counting, identity, writeVersion } from './write-version.ts';

export type Submitted = {
  kind: 'submitted';
  applicationId: string;
  submissionKey: string;
  reference: string;
  repeated: boolean;
};

export type SubmitOutcome =
  | Submitted
  /** The draft was saved elsewhere since it was checked. */
  | { kind: 'draft-changed' }
  /** Its candidate was told of a decision on what was sent before: it is not replaced any more. */
  | { kind: 'decided' }
  /** Its candidate has left the process meanwhile. */
  | { kind: 'withdrawn' };

type Deps = { db: Db; mail: Mail; clock: Clock; ids: Ids };

/**
 * Makes the application, or the next version of it: application, identity, files, event and the
 * receipt's e-mail, in one transaction, in which its draft ends. When this returns, the rows are on
 * disk (`synchronous_commit` is forced on, whatever the server's default); files were synced before.
 *
 * The same submission key always makes the same single application: a double click, a retry or a
 * reload gets the first one back with `repeated: true`. Only a draft that was begun again from an
 * application makes another version of it.
 */
export async function submitApplication(
  deps: Deps,
  submission: Submission,
): Promise<SubmitOutcome> {
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
  deps: Deps,
  submission: Submission,
  newReference: string,
  now: Date,
): Promise<SubmitOutcome> {
  const { submissionKey, draftRevision } = submission;
  const draft = draftRevision === null ? null : await findDraft(tx, submissionKey, { lock: true });
  if (draft && draft.revision !== draftRevision) return { kind: 'draft-changed' };
  // Its draft is gone: sent by a twin of this request, or discarded in another tab.
  const ended = draftRevision !== null && !draft;
  if (ended && !(await findBefore(tx, submissionKey))) return { kind: 'draft-changed' };
  const made = ended ? null : await insert(tx, deps, submission, newReference, now);
  const before = made ? null : await findBefore(tx, submissionKey);
  const id = made ?? before?.id;
  if (id === undefined) throw new Error('An application vanished while it was made');
  const reference = before?.reference ?? newReference;
  // Without its draft, a key that has an application is a repeat.
  if (before && !draft) return submitted(submission, id, reference, true);
  if (before?.status === 'withdrawn') return { kind: 'withdrawn' };
  if (before && before.status !== 'received' && !(await reopenUntold(tx, id))) {
    return { kind: 'decided' };
  }
  const version = (before?.version ?? 0) + 1;
  const sha256 = await writeVersion(tx, submission, { id, reference, version, now });
  if (draft) {
    await tx.deleteFrom('application_drafts').where('key', '=', submissionKey).execute();
  }
  await recordEvent(tx, {
    applicationId: id,
    kind: `${before ? 'changed' : 'submitted'}${submission.withinGrace ? '-within-grace' : ''}`,
    actor: { kind: 'candidate' },
    detail: { lang: submission.pageLang, ...(before && { version }), ...submission.detail },
    at: now,
  });
  if (submission.receiptEmail) {
    const receipt = { reference, submittedAt: now, version, sha256 };
    await deps.mail.queue(tx, submission.receiptEmail(receipt));
  }
  if (!before) await submission.onMade(tx, { id, reference, receivedAt: now });
  return submitted(submission, id, reference, false);
}

/** The application's row and identity; null where its key has one already. */
async function insert(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  submission: Submission,
  reference: string,
  now: Date,
): Promise<string | null> {
  const inserted = await tx
    .insertInto('applications')
    .values({
      id: ids.uuid(),
      reference,
      posting_id: submission.postingId,
      submission_key: submission.submissionKey,
      ...counting(submission, now),
    })
    // Waits for a concurrent twin to commit, then yields to it.
    .onConflict((conflict) => conflict.column('submission_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return null;
  await tx
    .insertInto('applicant_identities')
    .values({ application_id: inserted.id, ...identity(submission, reference) })
    .execute();
  return inserted.id;
}

async function findBefore(tx: Tx, submissionKey: string) {
  return tx
    .selectFrom('applications')
    .select(['id', 'reference', 'status', 'version'])
    .where('submission_key', '=', submissionKey)
    .forUpdate()
    .executeTakeFirst();
}

function submitted(
  { submissionKey }: Submission,
  applicationId: string,
  reference: string,
  repeated: boolean,
): Submitted {
  return { kind: 'submitted', applicationId, submissionKey, reference, repeated };
}

function isReferenceTaken(error: unknown): boolean {
  return (error as { constraint?: unknown }).constraint === 'applications_reference_key';
}
