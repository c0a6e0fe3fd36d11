import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Conversation, Message, Waiting } from '../model.ts';

/** What was asked about an application and answered; whose it is is not read. */
export async function findConversation(
  db: Db,
  applicationId: string,
): Promise<Conversation | null> {
  const application = await db
    .selectFrom('applications')
    .where('id', '=', applicationId)
    .select(['id as applicationId', 'reference', 'posting_id as postingId'])
    .executeTakeFirst();
  return application ? { ...application, messages: await messagesOf(db, application) } : null;
}

/** What was asked about an application and answered, earliest first. */
export async function messagesOf(
  db: Db,
  { applicationId }: { applicationId: string },
): Promise<Message[]> {
  const rows = await db
    .selectFrom('application_messages')
    .where('application_id', '=', applicationId)
    .orderBy('written_at')
    .orderBy('id')
    .select(['id', 'body', 'about', 'answered_by as answeredBy', 'written_at as writtenAt'])
    .execute();
  return rows.map(({ answeredBy, ...message }) => ({
    ...message,
    from: answeredBy === null ? 'candidate' : 'team',
  }));
}

/** Applications whose latest message is the candidate's, the longest wait first. */
export async function listWaiting(db: Db): Promise<Waiting[]> {
  const latest = db
    .selectFrom('application_messages')
    .distinctOn('application_id')
    .orderBy('application_id')
    .orderBy('written_at', 'desc')
    .select(['application_id', 'answered_by', 'written_at']);
  return db
    .selectFrom(latest.as('m'))
    .innerJoin('applications as a', 'a.id', 'm.application_id')
    .where('m.answered_by', 'is', null)
    .orderBy('m.written_at')
    .limit(200)
    .select([
      'a.id as applicationId',
      'a.reference',
      'a.posting_id as postingId',
      'm.written_at as since',
    ])
    .select(
      sql<boolean>`exists (select 1 from application_messages d
        where d.application_id = a.id and d.about = 'informal-discussion'
          and d.answered_by is null and not exists (select 1 from application_messages r
            where r.application_id = a.id and r.answered_by is not null
              and r.written_at >= d.written_at))`.as('discussion'),
    )
    .execute();
}
