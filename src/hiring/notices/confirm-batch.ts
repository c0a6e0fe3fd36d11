import type { Tx } from '#platform/database';
import type { NoticesDeps } from './deps.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Draft, Letter, Process, Selection } from './model.ts';
import { writeLetters } from './write-letters.ts';

export type ConfirmBatch =
  | {
      ok: true;
      batchId: string;
      /** True where these very letters were confirmed already: nothing was added. */
      repeated: boolean;
    }
  /** Nobody is left, or the letters would not be those that were looked at. Nothing was written. */
  | { ok: false; error: { kind: 'nobody' | 'changed' } };

/** Letters in one statement: nine parameters each, far from PostgreSQL's 65,535. */
const insertedAtOnce = 500;

/**
 * Writes down a batch and its letters, in one transaction: frozen, to leave once the undo window is
 * over. `seen` is the fingerprint of the letters on the preview; where decisions, names or texts
 * changed since, nothing is written. `key` names the sending: sent twice, it is one batch.
 */
export async function confirmBatch(
  deps: NoticesDeps,
  by: { id: string },
  process: Process,
  request: { draft: Draft; selection: Selection; key: string | null; seen: string },
): Promise<ConfirmBatch> {
  const { draft, selection, key, seen } = request;
  return deps.db.transaction().execute(async (tx) => {
    // One confirmation at a time for a process: of two of the same decision, the second sees the first.
    await tx
      .selectFrom('postings')
      .where('id', '=', process.postingId)
      .select('id')
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const known = key !== null && (await lettersOf(tx, key));
    if (known && fingerprintOf(known) === seen) return { ok: true, batchId: key, repeated: true };

    const letters = (await writeLetters(tx, deps, process, draft, selection)).map(
      ({ letter }) => letter,
    );
    if (fingerprintOf(letters) !== seen) return { ok: false, error: { kind: 'changed' } };
    if (letters.length === 0) return { ok: false, error: { kind: 'nobody' } };
    const id = key === null || known ? deps.ids.uuid() : key;
    const now = deps.clock();
    await tx
      .insertInto('notice_batches')
      .values({
        id,
        posting_id: process.postingId,
        template: draft.template,
        prepared_by: by.id,
        confirmed_at: now,
        leaves_at: new Date(now.getTime() + deps.noticeUndoMinutes * 60_000),
        stopped_at: null,
        stopped_by: null,
        left_at: null,
      })
      .execute();
    for (let at = 0; at < letters.length; at += insertedAtOnce) {
      const some = letters.slice(at, at + insertedAtOnce);
      await tx
        .insertInto('notices')
        .values(some.map((letter) => rowOf(letter, { id: deps.ids.uuid(), batch_id: id })))
        .execute();
    }
    return { ok: true, batchId: id, repeated: false };
  });
}

function rowOf(letter: Letter, of: { id: string; batch_id: string }) {
  const { applicationId, decisionId, lang, subject, body } = letter;
  return {
    ...of,
    application_id: applicationId,
    decision_id: decisionId,
    lang,
    subject,
    body,
    left_at: null,
    held_back: null,
  };
}

/** The letters of a batch as they were confirmed; null where there is none, or it was stopped. */
async function lettersOf(tx: Tx, batchId: string): Promise<Letter[] | null> {
  const batch = await tx
    .selectFrom('notice_batches')
    .where('id', '=', batchId)
    .select('stopped_at')
    .executeTakeFirst();
  if (!batch || batch.stopped_at) return null;
  return tx
    .selectFrom('notices')
    .where('batch_id', '=', batchId)
    .select([
      'application_id as applicationId',
      'decision_id as decisionId',
      'lang',
      'subject',
      'body',
    ])
    .execute();
}
