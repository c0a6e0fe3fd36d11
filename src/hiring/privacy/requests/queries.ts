import { type Selectable, sql } from 'kysely';
import type { Database, Db, Tx } from '#platform/database';
import type { Lang } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import type { PrivacyRequest } from '../model.ts';
import { isApplicationOf } from '../ownership.ts';

type Row = Selectable<Database['privacy_requests']>;

/** The requests of a candidate, latest first. */
export async function requestsOf(db: Db | Tx, candidateId: string): Promise<PrivacyRequest[]> {
  const rows = await db
    .selectFrom('privacy_requests')
    .selectAll()
    .where('candidate_id', '=', candidateId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toRequest);
}

/** One request of this candidate; null for anybody else's. */
export async function requestOf(
  db: Db | Tx,
  candidateId: string,
  id: string,
): Promise<PrivacyRequest | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('privacy_requests')
    .selectAll()
    .where('id', '=', id)
    .where('candidate_id', '=', candidateId)
    .executeTakeFirst();
  return row ? toRequest(row) : null;
}

/** A request with who made it, for those who answer. The address is null once it was erased. */
export type ReceivedRequest = PrivacyRequest & {
  email: string | null;
  applicationReference: string | null;
};

/** Those that wait, the most urgent first, then the latest that were answered. */
export async function receivedRequests(
  db: Db,
  { answered }: { answered: number },
): Promise<{ open: ReceivedRequest[]; answered: ReceivedRequest[] }> {
  const [open, closed] = await Promise.all([
    received(db).where('q.closed_at', 'is', null).orderBy('q.due_at').orderBy('q.id').execute(),
    received(db)
      .where('q.closed_at', 'is not', null)
      .where('q.kind', '<>', 'export')
      .orderBy('q.closed_at', 'desc')
      .orderBy('q.id')
      .limit(answered)
      .execute(),
  ]);
  return { open: open.map(toReceived), answered: closed.map(toReceived) };
}

export async function receivedRequest(db: Db | Tx, id: string): Promise<ReceivedRequest | null> {
  if (!isUuid(id)) return null;
  const row = await received(db).where('q.id', '=', id).executeTakeFirst();
  return row ? toReceived(row) : null;
}

function received(db: Db | Tx) {
  return db
    .selectFrom('privacy_requests as q')
    .leftJoin('candidates as c', 'c.id', 'q.candidate_id')
    .leftJoin('applications as a', 'a.id', 'q.application_id')
    .selectAll('q')
    .select(['c.email', 'a.reference as applicationReference']);
}

function toReceived(
  row: Row & { email: string | null; applicationReference: string | null },
): ReceivedRequest {
  return {
    ...toRequest(row),
    email: row.email,
    applicationReference: row.applicationReference,
  };
}

export function toRequest(row: Row): PrivacyRequest {
  return {
    id: row.id,
    reference: row.reference,
    candidateId: row.candidate_id,
    kind: row.kind,
    lang: row.lang,
    applicationId: row.application_id,
    item: row.item,
    asked: row.asked,
    consented: row.consented,
    askedAt: row.asked_at,
    dueAt: row.due_at,
    extension:
      row.extended_at && row.extension_reason !== null
        ? { at: row.extended_at, reason: row.extension_reason }
        : null,
    closed:
      row.closed_at && row.outcome
        ? { at: row.closed_at, outcome: row.outcome, answer: row.answer }
        : null,
  };
}

/** An application, as its candidate knows it. */
export type OwnApplication = {
  id: string;
  reference: string;
  postingId: string;
  postingVersion: string;
  submittedAt: Date;
};

export async function applicationsOf(db: Db | Tx, candidateId: string): Promise<OwnApplication[]> {
  return db
    .selectFrom('applications as a')
    .select([
      'a.id',
      'a.reference',
      'a.posting_id as postingId',
      'a.posting_version as postingVersion',
      'a.submitted_at as submittedAt',
    ])
    .where(isApplicationOf(candidateId))
    .orderBy('a.submitted_at', 'desc')
    .orderBy('a.id')
    .execute();
}

/** Where to write to those who answer requests. */
export async function officers(db: Db | Tx): Promise<{ email: string; lang: Lang }[]> {
  return db
    .selectFrom('staff')
    .select(['email', 'lang'])
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .execute();
}

/** Staff who did something with an application since then and still work here. */
export async function handlersOf(
  tx: Tx,
  applicationId: string,
  since: Date,
): Promise<{ email: string; lang: Lang }[]> {
  return tx
    .selectFrom('staff as s')
    .select(['s.email', 's.lang'])
    .where('s.disabled_at', 'is', null)
    .where(
      's.id',
      'in',
      sql<string>`(select e.actor_id from application_events e
        where e.application_id = ${applicationId} and e.actor_kind = 'staff'
          and e.happened_at > ${since})`,
    )
    .where('s.role', 'in', ['admin', 'manager'])
    .execute();
}
