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
    /** What is asked about is asked for once since then, however many tabs ask. */
    onceSince?: Date | undefined;
  },
  notify: (tx: Tx) => Promise<void>,
): Promise<SendMessage> {
  const { applicationId, body, answeredBy, about, onceSince } = message;
  return db.transaction().execute(async (tx) => {
    if (onceSince && (await wasAsked(tx, { applicationId, about, since: onceSince }))) {
      return { ok: true, repeated: true };
    }
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

/** Waits for whoever asks at the same moment: the application's row is locked. */
async function wasAsked(
  tx: Tx,
  { applicationId, about, since }: { applicationId: string; about: About; since: Date },
): Promise<boolean> {
  await tx
    .selectFrom('applications')
    .select('id')
    .where('id', '=', applicationId)
    .forUpdate()
    .execute();
  const asked = await tx
    .selectFrom('application_messages')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('about', '=', about)
    .where('answered_by', 'is', null)
    .where('written_at', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return asked !== undefined;
}
