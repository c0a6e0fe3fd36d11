import type { Db } from '#platform/database';
import type { Seal } from '#platform/sealing';
import { endpointColumns, toEndpoint } from './endpoints.ts';
import {
  type MessageState,
  type WebhookEndpoint,
  type WebhookMessage,
  messagesShown,
} from './model.ts';

export type EndpointRow = WebhookEndpoint & { readonly dead: number; readonly waiting: number };

/** Every endpoint, the oldest first, with its messages that have not arrived. */
export async function listEndpoints(db: Db): Promise<EndpointRow[]> {
  const rows = await db
    .selectFrom('webhook_endpoints')
    .select(endpointColumns)
    .select((eb) => [
      eb
        .selectFrom('webhook_messages')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .whereRef('endpoint_id', '=', 'webhook_endpoints.id')
        .where('dead_at', 'is not', null)
        .as('dead'),
      eb
        .selectFrom('webhook_messages')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .whereRef('endpoint_id', '=', 'webhook_endpoints.id')
        .where('dead_at', 'is', null)
        .where('delivered_at', 'is', null)
        .as('waiting'),
    ])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ dead, waiting, ...row }) => ({
    ...toEndpoint(row),
    dead: Number(dead),
    waiting: Number(waiting),
  }));
}

/** The latest messages of an endpoint. */
export async function listMessages(db: Db, endpointId: string): Promise<WebhookMessage[]> {
  const rows = await db
    .selectFrom('webhook_messages')
    .select([
      'id',
      'event',
      'created_at as createdAt',
      'attempts',
      'attempted_at as attemptedAt',
      'last_failure as lastFailure',
      'delivered_at as deliveredAt',
      'dead_at as deadAt',
    ])
    .where('endpoint_id', '=', endpointId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(messagesShown)
    .execute();
  return rows.map(({ deliveredAt, deadAt, ...row }) => {
    const state: MessageState = deliveredAt ? 'delivered' : deadAt ? 'dead' : 'waiting';
    return { ...row, state };
  });
}

/** The signing secret, for the receiver's settings; null where TANDEM_SECRET has changed since. */
export async function readSecret(db: Db, seal: Seal, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('webhook_endpoints')
    .select('secret_sealed')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? seal.open(id, row.secret_sealed) : null;
}
