import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { About } from './model.ts';

export type SendMessage = {
  ok: true;
  /** True where this very message was there already: nobody is written to a second time. */
  repeated: boolean;
};

/**
 * Keeps a question or an answer and has the other side written to, in one transaction. The same text
 * under the same key is one message; another text under it is another message.
 */
export async function sendMessage(
  { db, clock, ids }: { db: Db; clock: Clock; ids: Ids },
  message: {
    applicationId: string;
    body: string;
    key: string | null;
    about: About;
    /** Null where the candidate asks. */
    answeredBy: string | null;
  },
  notify: (tx: Tx) => Promise<void>,
): Promise<SendMessage> {
  const { applicationId, body, answeredBy, about } = message;
  return db.transaction().execute(async (tx) => {
    const row = {
      application_id: applicationId,
      body,
      about,
      answered_by: answeredBy,
      written_at: clock(),
    };
    const insert = async (id: string): Promise<boolean> => {
      const inserted = await tx
        .insertInto('application_messages')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    };
    if (!(await insert(message.key ?? ids.uuid()))) {
      const twin = await tx
        .selectFrom('application_messages')
        .select('id')
        .where('id', '=', message.key ?? '')
        .where('application_id', '=', applicationId)
        .where('body', '=', body)
        .where('answered_by', 'is not distinct from', answeredBy)
        .executeTakeFirst();
      if (twin) return { ok: true, repeated: true };
      await insert(ids.uuid());
    }
    await notify(tx);
    return { ok: true, repeated: false };
  });
}
