import type { Db, Tx } from '#platform/database';
import { isUuid } from '#platform/ids';
import type { PrivacyDeps } from '../deps.ts';

/** A legal hold: on everything sent to a process, or on everything of a candidate. */
export type LegalHold = {
  id: string;
  postingId: string | null;
  /** Address of the candidate; null for a process. */
  email: string | null;
  reason: string;
  placedAt: Date;
  placedBy: string;
  lifted: { at: Date; because: string } | null;
};

/** Those in force first, then those that were lifted, latest first. */
export async function listHolds(db: Db): Promise<LegalHold[]> {
  const rows = await db
    .selectFrom('legal_holds as h')
    .leftJoin('candidates as c', 'c.id', 'h.candidate_id')
    .leftJoin('staff as s', 's.id', 'h.placed_by')
    .selectAll('h')
    .select(['c.email', 's.email as placedByEmail'])
    .orderBy('h.lifted_at', (order) => order.desc().nullsFirst())
    .orderBy('h.placed_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    postingId: row.posting_id,
    email: row.email,
    reason: row.reason,
    placedAt: row.placed_at,
    placedBy: row.placedByEmail ?? row.placed_by,
    lifted:
      row.lifted_at && row.lifted_because !== null
        ? { at: row.lifted_at, because: row.lifted_because }
        : null,
  }));
}

export type PlaceHold =
  | { ok: true }
  | { ok: false; error: { kind: 'unknown-candidate' | 'unknown-process' | 'held-already' } };

/**
 * Places a hold on a process by its id, or on a person by their address or the reference of an
 * application. It works at once: what is being disposed of at this instant is finished first.
 */
export async function placeHold(
  deps: Pick<PrivacyDeps, 'db' | 'clock' | 'ids'> & {
    candidateOf(tx: Tx, email: string, lang: 'en' | 'fr'): Promise<string>;
  },
  staff: { id: string },
  hold: { reason: string } & ({ postingId: string } | { person: string }),
): Promise<PlaceHold> {
  return deps.db.transaction().execute(async (tx): Promise<PlaceHold> => {
    const target =
      'postingId' in hold ? await process(tx, hold.postingId) : await person(tx, hold.person);
    if (!target.ok) return target;
    const placed = await tx
      .insertInto('legal_holds')
      .values({
        id: deps.ids.uuid(),
        ...target.columns,
        reason: hold.reason,
        placed_by: staff.id,
        placed_at: deps.clock(),
        lifted_by: null,
        lifted_because: null,
        lifted_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return placed ? { ok: true } : { ok: false, error: { kind: 'held-already' } };
  });

  type Target =
    | { ok: true; columns: { posting_id: string | null; candidate_id: string | null } }
    | { ok: false; error: { kind: 'unknown-candidate' | 'unknown-process' } };

  async function process(tx: Tx, id: string): Promise<Target> {
    const found =
      isUuid(id) &&
      (await tx.selectFrom('postings').select('id').where('id', '=', id).executeTakeFirst());
    return found
      ? { ok: true, columns: { posting_id: id, candidate_id: null } }
      : { ok: false, error: { kind: 'unknown-process' } };
  }

  async function person(tx: Tx, text: string): Promise<Target> {
    const known = await tx
      .selectFrom('applicant_identities as i')
      .innerJoin('applications as a', 'a.id', 'i.application_id')
      .select(['i.email', 'a.correspondence_lang as lang'])
      .where((eb) =>
        eb.or([
          eb(eb.fn('lower', ['i.email']), '=', text.toLowerCase()),
          eb('a.reference', '=', text.toUpperCase()),
        ]),
      )
      .executeTakeFirst();
    if (known) {
      const id = await deps.candidateOf(tx, known.email, known.lang);
      return { ok: true, columns: { posting_id: null, candidate_id: id } };
    }
    const candidate = await tx
      .selectFrom('candidates')
      .select('id')
      .where('email', '=', text.toLowerCase())
      .executeTakeFirst();
    return candidate
      ? { ok: true, columns: { posting_id: null, candidate_id: candidate.id } }
      : { ok: false, error: { kind: 'unknown-candidate' } };
  }
}

/** Ends a hold, with a reason. False where it was lifted already. */
export async function liftHold(
  { db, clock }: Pick<PrivacyDeps, 'db' | 'clock'>,
  staff: { id: string },
  id: string,
  because: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { numUpdatedRows } = await db
    .updateTable('legal_holds')
    .set({ lifted_by: staff.id, lifted_because: because, lifted_at: clock() })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
