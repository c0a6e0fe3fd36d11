import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Seal } from '#platform/sealing';
import type { WebhooksDeps } from './deps.ts';
import type { EndpointInput } from './forms.ts';
import type { WebhookEndpoint, WebhookEvent } from './model.ts';
import { deliverWebhook, tellEndpoint } from './send.ts';
import { earlierSecretHours, newSecret } from './signing.ts';

type Deps = Pick<WebhooksDeps, 'db' | 'clock' | 'ids' | 'queue'> & { seal: Seal };
export type EndpointOutcome = { ok: true } | { ok: false; error: { kind: 'not-found' } };

const notFound: EndpointOutcome = { ok: false, error: { kind: 'not-found' } };

/** Adds an endpoint with a secret of its own; the same sending again answers the same endpoint. */
export async function addEndpoint(
  { db, clock, ids, seal }: Deps,
  by: { id: string },
  input: EndpointInput,
): Promise<{ id: string }> {
  const id = input.key ?? ids.uuid();
  await db
    .insertInto('webhook_endpoints')
    .values({
      id,
      url: input.url,
      format: input.format,
      lang: input.lang,
      events: input.events,
      secret_sealed: seal.close(id, newSecret()),
      created_by: by.id,
      created_at: clock(),
      disabled_at: null,
      disabled_because: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return { id };
}

/** Stops telling an endpoint, or tells it again from now on. */
export async function setEndpointState(
  { db, clock }: Deps,
  id: string,
  state: 'on' | 'off',
): Promise<EndpointOutcome> {
  const off = state === 'off';
  const { numUpdatedRows } = await db
    .updateTable('webhook_endpoints')
    .set({ disabled_at: off ? clock() : null, disabled_because: off ? 'staff' : null })
    .where('id', '=', id)
    .where('disabled_at', off ? 'is' : 'is not', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return { ok: true };
  return (await findEndpoint(db, id)) ? { ok: true } : notFound;
}

/**
 * Gives an endpoint a new signing secret; the one before signs as well for a day, so that nothing is
 * refused until the receiver knows the new one. Made anew within that day, as by a double click, the
 * one that the receiver has stays the earlier one.
 */
export async function renewSecret({ db, clock, seal }: Deps, id: string): Promise<EndpointOutcome> {
  const now = clock();
  const until = new Date(now.getTime() + earlierSecretHours * 3_600_000);
  const isOver = sql<boolean>`coalesce(earlier_secret_until <= ${now}, true)`;
  const { numUpdatedRows } = await db
    .updateTable('webhook_endpoints')
    .set({
      secret_sealed: seal.close(id, newSecret()),
      earlier_secret_sealed: sql`case when ${isOver} then secret_sealed else earlier_secret_sealed end`,
      earlier_secret_until: sql`case when ${isOver} then ${until} else earlier_secret_until end`,
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n ? { ok: true } : notFound;
}

/** Sends a message that says nothing but that messages arrive. */
export async function sendTest(deps: Deps, id: string): Promise<EndpointOutcome> {
  const endpoint = await findEndpoint(deps.db, id);
  if (!endpoint || endpoint.disabledAt) return notFound;
  await deps.db.transaction().execute((tx) =>
    tellEndpoint(tx, deps, endpoint, {
      event: 'test',
      at: deps.clock(),
      posting: null,
      application: null,
    }),
  );
  return { ok: true };
}

/** Takes a dead letter up again, with all its tries. */
export async function sendAgain(
  { db, queue }: Deps,
  id: string,
  messageId: string,
): Promise<EndpointOutcome> {
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('webhook_messages')
      .set({ attempts: 0, dead_at: null })
      .where('id', '=', messageId)
      .where('endpoint_id', '=', id)
      .where('dead_at', 'is not', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return notFound;
    await queue.enqueue(tx, deliverWebhook, { messageId });
    return { ok: true as const };
  });
}

export async function findEndpoint(db: Db, id: string): Promise<WebhookEndpoint | null> {
  const row = await db
    .selectFrom('webhook_endpoints')
    .select(endpointColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toEndpoint(row) : null;
}

export const endpointColumns = [
  'id',
  'url',
  'format',
  'lang',
  'events',
  'created_at as createdAt',
  'disabled_at as disabledAt',
  'disabled_because as disabledBecause',
  'earlier_secret_until as earlierSecretUntil',
] as const;

/** The events of a row were checked when it was written. */
export function toEndpoint(
  row: Omit<WebhookEndpoint, 'events'> & { events: string[] },
): WebhookEndpoint {
  return { ...row, events: row.events as WebhookEvent[] };
}
