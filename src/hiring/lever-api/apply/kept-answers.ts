import { createHash } from 'node:crypto';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Answer } from './apply.ts';

/** How long an answer is kept for its Idempotency-Key. */
const keptMs = 24 * 3_600_000;

type Request = { keyId: string; idempotencyKey: string; hash: string };

/** Hash of what a request says, in whatever order and between whatever boundaries. */
export function requestHash(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');
}

/**
 * What is known of a request with this Idempotency-Key: nothing, so that it begins now; that it was
 * used for other content; or the answer that was given. The same content under way or ended by an
 * outage may be tried again: the same answers make the same application.
 */
export async function beginRequest(
  { db, clock }: { db: Db; clock: Clock },
  { keyId, idempotencyKey, hash }: Request,
): Promise<{ kind: 'go-on' } | { kind: 'other-content' } | { kind: 'answered'; answer: Answer }> {
  const now = clock();
  await db
    .deleteFrom('api_answers')
    .where('began_at', '<', new Date(now.getTime() - keptMs))
    .execute();
  const begun = await db
    .insertInto('api_answers')
    .values({
      key_id: keyId,
      idempotency_key: idempotencyKey,
      request_hash: hash,
      status: null,
      body: null,
      began_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key_id')
    .executeTakeFirst();
  if (begun) return { kind: 'go-on' };
  const known = await db
    .selectFrom('api_answers')
    .select(['request_hash', 'status', 'body'])
    .where('key_id', '=', keyId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (known && known.request_hash !== hash) return { kind: 'other-content' };
  if (!known || known.status === null) return { kind: 'go-on' };
  return { kind: 'answered', answer: { status: known.status, body: known.body } as Answer };
}

/** Keeps the answer, so that asking again gets it again. */
export async function keepAnswer(
  db: Db,
  { keyId, idempotencyKey }: Request,
  { status, body }: Answer,
): Promise<void> {
  await db
    .updateTable('api_answers')
    .set({ status, body: JSON.stringify(body) })
    .where('key_id', '=', keyId)
    .where('idempotency_key', '=', idempotencyKey)
    .execute();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
