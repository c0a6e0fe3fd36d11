import { recordEvent } from '#hiring/applications';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';

export type AddNote =
  | { ok: true; /** True where this very note was there already. */ repeated: boolean }
  | { ok: false; error: { kind: 'not-found' } };

/**
 * Adds a note for the hiring team, with its event, in one transaction. `key` names the sending: the
 * same text under the same key is one note; another text under it is another note, as when someone
 * goes back to the form and writes on.
 */
export async function addNote(
  deps: { db: Db; clock: Clock; ids: Ids },
  by: { id: string },
  applicationId: string,
  note: { body: string; key: string | null },
): Promise<AddNote> {
  const { db, clock, ids } = deps;
  return db.transaction().execute(async (tx) => {
    const application = await tx
      .selectFrom('applications')
      .select('id')
      .where('id', '=', applicationId)
      .forShare()
      .executeTakeFirst();
    if (!application) return { ok: false, error: { kind: 'not-found' } };

    const at = clock();
    const row = {
      application_id: applicationId,
      body: note.body,
      written_by: by.id,
      written_at: at,
    };
    let id = note.key ?? ids.uuid();
    if (!(await insert(tx, { id, ...row }))) {
      if (await isThere(tx, { id, ...row })) return { ok: true, repeated: true };
      id = ids.uuid();
      await insert(tx, { id, ...row });
    }
    await recordEvent(tx, {
      applicationId,
      kind: 'note-added',
      actor: { kind: 'staff', id: by.id },
      detail: { note: id },
      at,
    });
    return { ok: true, repeated: false };
  });
}

type NoteRow = {
  id: string;
  application_id: string;
  body: string;
  written_by: string;
  written_at: Date;
};

/** False where the id is taken; a twin that is being sent is waited for. */
async function insert(tx: Tx, row: NoteRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('application_notes')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function isThere(tx: Tx, row: NoteRow): Promise<boolean> {
  const found = await tx
    .selectFrom('application_notes')
    .select('id')
    .where('id', '=', row.id)
    .where('application_id', '=', row.application_id)
    .where('written_by', '=', row.written_by)
    .where('body', '=', row.body)
    .executeTakeFirst();
  return found !== undefined;
}
