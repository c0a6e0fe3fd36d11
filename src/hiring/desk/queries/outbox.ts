import type { ExpressionBuilder } from 'kysely';
import type { Database, Db } from '#platform/database';
import type { Can } from '../deps.ts';
import { isUuid } from '#platform/ids';
import { type OutboxEmail, type WholeEmail, outboxLimit } from '../model.ts';

const columns = [
  'id',
  'kind',
  'lang',
  // What is hidden in the database is not shown by way of the outbox.
  (eb: ExpressionBuilder<Database, 'emails'>) =>
    eb
      .case()
      .when('recipient_hidden', '=', true)
      .then('')
      .else(eb.ref('recipient'))
      .end()
      .as('recipient'),
  'subject',
  'created_at as createdAt',
  'sent_at as sentAt',
] as const;

/** The newest e-mails that the program wrote; none for those who may not read the outbox. */
export async function listEmails(db: Db, can: Can): Promise<OutboxEmail[]> {
  if (!can('read-outbox')) return [];
  return db
    .selectFrom('emails')
    .select(columns)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(outboxLimit)
    .execute();
}

export async function findEmail(db: Db, can: Can, id: string): Promise<WholeEmail | null> {
  if (!can('read-outbox') || !isUuid(id)) return null;
  const row = await db
    .selectFrom('emails')
    .select([...columns, 'text_body as text', 'html_body as html'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
