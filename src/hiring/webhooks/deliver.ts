import type { Db } from '#platform/database';
import { post } from '#platform/http';
import type { Seal } from '#platform/sealing';
import type { WebhooksDeps } from './deps.ts';
import { tries } from './model.ts';
import { signedHeaders } from './signing.ts';

/** Milliseconds in which the other server must answer. */
const patience = 15_000;

/**
 * Sends one message and writes down what came of it. Throws where it is to be tried again. An
 * endpoint that answers 410 is gone, and is told nothing more.
 */
export async function deliver(
  deps: Pick<WebhooksDeps, 'db' | 'clock' | 'log' | 'allowPrivate'> & { seal: Seal },
  messageId: string,
): Promise<void> {
  const { db, clock, log, allowPrivate } = deps;
  const message = await read(db, messageId);
  if (!message || message.delivered_at || message.dead_at || message.disabled_at) return;
  const now = clock();
  const secret = deps.seal.open(message.endpoint_id, message.secret_sealed);
  const secrets = [secret, earlierSecret(deps.seal, message, now)].filter((one) => one !== null);
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Tandem',
    // Slack knows no signature; its address is the secret.
    ...(message.format === 'standard' && secret !== null && signedHeaders(secrets, message, now)),
  };
  const outcome =
    message.format === 'standard' && secret === null
      ? ({ kind: 'failed', code: 'SECRET-CHANGED' } as const)
      : await post(message.url, headers, message.body, { timeoutMs: patience, allowPrivate });
  const ok = outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
  const gone = outcome.kind === 'answered' && outcome.status === 410;
  const attempts = message.attempts + 1;
  const dead = !ok && (gone || attempts >= tries);
  const failure = outcome.kind === 'answered' ? `HTTP ${outcome.status}` : outcome.code;
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('webhook_messages')
      .set({
        attempts,
        attempted_at: now,
        last_failure: ok ? null : failure,
        delivered_at: ok ? now : null,
        dead_at: dead ? now : null,
      })
      .where('id', '=', messageId)
      .execute();
    if (gone) {
      await tx
        .updateTable('webhook_endpoints')
        .set({ disabled_at: now, disabled_because: 'gone' })
        .where('id', '=', message.endpoint_id)
        .where('disabled_at', 'is', null)
        .execute();
    }
  });
  if (dead) log.warn({ messageId, failure, attempts }, 'webhook given up');
  if (!ok && !dead) throw Object.assign(new Error(failure), { code: failure });
}

/** The secret before the present one, as long as the receiver may still have it alone. */
function earlierSecret(
  seal: Seal,
  endpoint: {
    endpoint_id: string;
    earlier_secret_sealed: string | null;
    earlier_secret_until: Date | null;
  },
  now: Date,
): string | null {
  const { endpoint_id, earlier_secret_sealed: sealed, earlier_secret_until: until } = endpoint;
  return sealed !== null && until !== null && now < until ? seal.open(endpoint_id, sealed) : null;
}

function read(db: Db, id: string) {
  return db
    .selectFrom('webhook_messages as message')
    .innerJoin('webhook_endpoints as endpoint', 'endpoint.id', 'message.endpoint_id')
    .select([
      'message.id',
      'message.endpoint_id',
      'message.body',
      'message.attempts',
      'message.delivered_at',
      'message.dead_at',
      'endpoint.url',
      'endpoint.format',
      'endpoint.secret_sealed',
      'endpoint.earlier_secret_sealed',
      'endpoint.earlier_secret_until',
      'endpoint.disabled_at',
    ])
    .where('message.id', '=', id)
    .executeTakeFirst();
}
