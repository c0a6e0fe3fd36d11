import type { Db, Tx } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { Draft, SavedStep } from '../model.ts';
import { findDraft } from './find-draft.ts';
import { durably, insertDraft } from './insert-draft.ts';
import { judgeSave } from './rules.ts';

export type StepSaving = {
  key: string;
  step: string;
  /** The draft's revision when the page was made. */
  base: number;
  /** Names the page: one rendering of the step in one tab. */
  page: string;
  fields: SavedStep['fields'];
  /** The address given in this step, where it is meant to be kept: null leaves what is there. */
  email: string | null;
  now: Date;
  /** In the same transaction, where the address is a new one. */
  onAddress(tx: Tx, draft: Draft): Promise<void>;
};

export type SaveOutcome =
  | { kind: 'saved'; draft: Draft }
  /** Somewhere else, other words were saved for this step since. */
  | { kind: 'conflict'; draft: Draft }
  | { kind: 'gone' };

/** Saves the typed answers of one step, right or not. When it returns, they are on disk. */
export async function saveStep(db: Db, saving: StepSaving): Promise<SaveOutcome> {
  return db.transaction().execute(async (tx) => {
    await durably(tx);
    const draft = await findDraft(tx, saving.key, { lock: true });
    return draft ? writeStep(tx, draft, saving) : { kind: 'gone' };
  });
}

/**
 * Begins a draft with the first step. The same form sent twice makes one draft: the second sending
 * is a save of that step, by the rules of any other.
 */
export async function beginDraft(
  db: Db,
  saving: StepSaving & { postingId: string; lang: Lang; openedAt: Date },
): Promise<Exclude<SaveOutcome, { kind: 'gone' }>> {
  return db.transaction().execute(async (tx) => {
    await durably(tx);
    const { now, step, page, fields, key } = saving;
    const saved: SavedStep = { revision: 1, savedAt: now.toISOString(), page, fields };
    // Waits for a concurrent twin to commit, then goes on with what it wrote.
    await insertDraft(tx, {
      key,
      postingId: saving.postingId,
      lang: saving.lang,
      answers: { [step]: saved },
      revision: 1,
      openedAt: saving.openedAt,
      savedAt: now,
      email: null,
    });
    const draft = await findDraft(tx, key, { lock: true });
    if (!draft) throw new Error('A draft vanished while it was begun');
    return writeStep(tx, draft, saving);
  });
}

async function writeStep(
  tx: Tx,
  draft: Draft,
  saving: StepSaving,
): Promise<Exclude<SaveOutcome, { kind: 'gone' }>> {
  const { step, page, fields, now } = saving;
  const verdict = judgeSave(draft.answers[step], saving);
  if (verdict === 'conflict') return { kind: 'conflict', draft };
  const email = saving.email ?? draft.email;
  const isNewAddress = email !== null && email.toLowerCase() !== draft.email?.toLowerCase();
  if (verdict === 'same' && !isNewAddress) return { kind: 'saved', draft };
  const revision = draft.revision + 1;
  const saved: SavedStep = { revision, savedAt: now.toISOString(), page, fields };
  const written: Draft = {
    ...draft,
    answers: { ...draft.answers, [step]: saved },
    revision,
    savedAt: now,
    email,
  };
  await tx
    .updateTable('application_drafts')
    .set({
      answers: JSON.stringify(written.answers),
      revision,
      saved_at: now,
      ...(isNewAddress && { email }),
    })
    .where('key', '=', draft.key)
    .execute();
  if (isNewAddress) await saving.onAddress(tx, written);
  return { kind: 'saved', draft: written };
}
