import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { Draft, FormStep, SavedStep } from '../model.ts';

/** Writes a new draft; false where its key has one already, after waiting for who is writing it. */
export async function insertDraft(tx: Tx, draft: Draft): Promise<boolean> {
  const inserted = await tx
    .insertInto('application_drafts')
    .values({
      key: draft.key,
      posting_id: draft.postingId,
      lang: draft.lang,
      answers: JSON.stringify(draft.answers),
      revision: draft.revision,
      opened_at: draft.openedAt,
      saved_at: draft.savedAt,
      email: draft.email,
      reminded_at: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Answers that came otherwise than by its pages, as the steps of a draft would have saved them. */
export function stepsOf(
  steps: readonly FormStep[],
  typed: Readonly<Partial<Record<string, string>>>,
  now: Date,
): Record<string, SavedStep> {
  return Object.fromEntries(
    steps.map(({ id, questions }): [string, SavedStep] => [
      id,
      {
        revision: 1,
        savedAt: now.toISOString(),
        page: '',
        fields: Object.fromEntries(questions.map((one) => [one.id, typed[one.id] ?? ''])),
      },
    ]),
  );
}

/** What is acknowledged is on disk, whatever the server's default. */
export async function durably(tx: Tx): Promise<void> {
  await sql`set local synchronous_commit = on`.execute(tx);
}
