import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { FormStep } from '../model.ts';
import type { Receipt } from '../queries.ts';
import { durably, insertDraft, stepsOf } from './insert-draft.ts';

/**
 * Begins a draft from what was sent, under the same key: sending it makes the next version. Where
 * one was begun before, it stays as it is.
 */
export async function reopenDraft(
  { db, clock, ids }: { db: Db; clock: Clock; ids: Ids },
  { key, postingId, versions: [latest] }: Receipt,
  { steps, lang }: { steps: readonly FormStep[]; lang: Lang },
): Promise<void> {
  const now = clock();
  // The files of the version are its own; the draft gets its own names for them.
  const uploads = latest.files.map((file) => ({ ...file, id: ids.uuid() }));
  const typed = {
    ...Object.fromEntries(
      Object.entries(latest.answers).map(([id, answer]) => [
        id,
        Array.isArray(answer) ? answer.join('\n') : (answer ?? ''),
      ]),
    ),
    ...Object.fromEntries(uploads.map(({ id, document }) => [document, id])),
  };
  await db.transaction().execute(async (tx) => {
    await durably(tx);
    const begun = await insertDraft(tx, {
      key,
      postingId,
      lang,
      answers: stepsOf(steps, typed, now),
      revision: 1,
      openedAt: now,
      savedAt: now,
      email: typed['email'] ?? null,
    });
    if (!begun || uploads.length === 0) return;
    await tx
      .insertInto('uploads')
      .values(
        uploads.map(({ id, document, sha256, name }) => ({
          id,
          submission_key: key,
          file_sha256: sha256,
          file_name: name,
          uploaded_at: now,
          document,
        })),
      )
      .execute();
  });
}
