import { createHmac } from 'node:crypto';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';

/**
 * What was agreed and takes effect in the process. It is known by a keyed hash of the candidate's
 * address, and nothing in it leads to a case.
 */
export type Arrangements = {
  /** The later closing instant agreed with the person of this address for this posting, or null. */
  laterClosing(postingId: string, email: string): Promise<Date | null>;
  /** The same, by the private address of the form that the candidate was given. */
  laterClosingOfLink(postingId: string, link: string | undefined): Promise<Date | null>;
  /** Makes what was agreed hold for a new application, in the transaction that makes it. */
  onApplication(tx: Tx, postingId: string, applicationId: string): Promise<void>;
};

/** What is to hold. */
export type NewArrangement = {
  postingId: string;
  email: string;
  told: { en: readonly string[]; fr: readonly string[] };
  closesAt: string | null;
};

export function createArrangements(deps: { db: Db; secret: string }): Arrangements {
  const { db, secret } = deps;
  return {
    async laterClosing(postingId, email) {
      const row = await db
        .selectFrom('arrangements')
        .where('posting_id', '=', postingId)
        .where('person', '=', personOf(secret, postingId, email))
        .select((eb) => eb.fn.max('closes_at').as('closesAt'))
        .executeTakeFirst();
      return row?.closesAt ?? null;
    },
    async laterClosingOfLink(postingId, link) {
      const id = link === undefined ? null : arrangementOfLink(secret, link);
      if (!id) return null;
      const row = await db
        .selectFrom('arrangements')
        .where('id', '=', id)
        .where('posting_id', '=', postingId)
        .select('closes_at as closesAt')
        .executeTakeFirst();
      return row?.closesAt ?? null;
    },
    async onApplication(tx, postingId, applicationId) {
      const identity = await tx
        .selectFrom('applicant_identities')
        .select('email')
        .where('application_id', '=', applicationId)
        .executeTakeFirst();
      if (!identity) return;
      await tx
        .insertInto('application_arrangements')
        .columns(['application_id', 'arrangement_id'])
        .expression((eb) =>
          eb
            .selectFrom('arrangements')
            .where('posting_id', '=', postingId)
            .where('person', '=', personOf(secret, postingId, identity.email))
            .select((inner) => [inner.val(applicationId).as('application_id'), 'id']),
        )
        .execute();
    },
  };
}

/**
 * Writes down what was agreed, in place of what was agreed before, for the applications that the
 * person has sent to the posting and will send. Answers the id of its row.
 */
export async function recordArrangement(
  tx: Tx,
  { clock, ids, secret }: { clock: Clock; ids: Ids; secret: string },
  { postingId, email, told, closesAt }: NewArrangement,
  replaces: string | null,
): Promise<string> {
  if (replaces) await endArrangement(tx, replaces);
  const id = ids.uuid();
  const telling = told.en.length > 0;
  await tx
    .insertInto('arrangements')
    .values({
      id,
      posting_id: postingId,
      person: personOf(secret, postingId, email),
      told: telling ? JSON.stringify(told) : null,
      closes_at: closesAt === null ? null : new Date(closesAt),
      agreed_on: clock().toISOString().slice(0, 10),
    })
    .execute();
  await tx
    .insertInto('application_arrangements')
    .columns(['application_id', 'arrangement_id'])
    .expression((eb) =>
      eb
        .selectFrom('applications as a')
        .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
        .where('a.posting_id', '=', postingId)
        .where((inner) => inner(inner.fn('lower', ['i.email']), '=', email.trim().toLowerCase()))
        .select((inner) => ['a.id', inner.val(id).as('arrangement_id')]),
    )
    .execute();
  return id;
}

/** What was agreed holds no longer, and is told no longer. */
export async function endArrangement(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('arrangements').where('id', '=', id).execute();
}

/** Whether the person of this address has applied to the posting. */
export async function hasApplied(db: Db, postingId: string, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .where('a.posting_id', '=', postingId)
    .where((eb) => eb(eb.fn('lower', ['i.email']), '=', email.trim().toLowerCase()))
    .select('a.id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the hiring team may read of an application's arrangements: the agreed words, nothing else. */
export async function toldOfApplication(
  db: Db,
  applicationId: string,
): Promise<Localized<string[]>> {
  const rows = await db
    .selectFrom('application_arrangements as x')
    .innerJoin('arrangements as r', 'r.id', 'x.arrangement_id')
    .where('x.application_id', '=', applicationId)
    .where('r.told', 'is not', null)
    .orderBy('r.id')
    .select('r.told')
    .execute();
  return {
    en: rows.flatMap(({ told }) => told?.en ?? []),
    fr: rows.flatMap(({ told }) => told?.fr ?? []),
  };
}

/** The value of `?until=` with which a candidate opens the form after the posting closed. */
export function linkOfArrangement(secret: string, id: string): string {
  return `${id}.${signature(secret, id)}`;
}

function arrangementOfLink(secret: string, link: string): string | null {
  const [id = ''] = link.split('.');
  return link === linkOfArrangement(secret, id) ? id : null;
}

function signature(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`arrangement-link\n${id}`).digest('base64url');
}

/** Another one for each posting, so that two of them cannot be told to be of one person. */
function personOf(secret: string, postingId: string, email: string): string {
  const said = `arrangement-person\n${postingId}\n${email.trim().toLowerCase()}`;
  return createHmac('sha256', secret).update(said).digest('base64url');
}
