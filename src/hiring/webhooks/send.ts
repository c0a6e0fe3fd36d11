import type { Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { Queue, Task } from '#platform/queue';
import { tries } from './model.ts';
import { type Happening, standardBody } from './payload.ts';
import { slackBody } from './slack.ts';

export const deliverWebhook: Task<{ messageId: string }> = {
  name: 'deliver-webhook',
  // Once more than we try: the last try is ours to declare the last.
  retryLimit: tries + 1,
  retryDelay: 15,
  atOnce: 10,
};

type Target = { id: string; format: 'standard' | 'slack'; lang: 'en' | 'fr' };

/** Writes the messages to every endpoint that asked for it, and enqueues their delivery. */
export async function tellEndpoints(
  tx: Tx,
  deps: { ids: Ids; queue: Queue },
  happenings: readonly Happening[],
): Promise<void> {
  const endpoints = await tx
    .selectFrom('webhook_endpoints')
    .select(['id', 'format', 'lang', 'events'])
    .where('disabled_at', 'is', null)
    .execute();
  for (const happening of happenings) {
    for (const endpoint of endpoints) {
      if (endpoint.events.includes(happening.event)) {
        await tellEndpoint(tx, deps, endpoint, happening);
      }
    }
  }
}

/** One message to one endpoint. */
export async function tellEndpoint(
  tx: Tx,
  { ids, queue }: { ids: Ids; queue: Queue },
  endpoint: Target,
  happening: Happening,
): Promise<void> {
  const id = ids.uuid();
  await tx
    .insertInto('webhook_messages')
    .values({
      id,
      endpoint_id: endpoint.id,
      event: happening.event,
      body:
        endpoint.format === 'slack' ? slackBody(happening, endpoint.lang) : standardBody(happening),
      created_at: happening.at,
      attempted_at: null,
      last_failure: null,
      delivered_at: null,
      dead_at: null,
    })
    .execute();
  await queue.enqueue(tx, deliverWebhook, { messageId: id });
}
