import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { sealTo } from '#platform/sealing';
import type { Entry } from '../model.ts';
import { afterEntry, hourOf } from '../rules.ts';

/** What became of an entry: `repeated` where one of the same id is there already. */
export type Added =
  | { ok: true; repeated: boolean; waitsForChanged: boolean }
  | { ok: false; error: { kind: 'gone' } };

/**
 * Seals an entry to its case and puts it at the end, in the caller's transaction. Whoever writes
 * needs no key for it: the public half is enough. The id is that of the form it came from, so that
 * a form sent twice is one entry.
 */
export async function addEntry(
  tx: Tx,
  clock: Clock,
  caseId: string,
  { id, entry }: { id: string; entry: Entry },
): Promise<Added> {
  const found = await tx
    .selectFrom('accommodation_cases')
    .select(['case_key', 'state', 'waits_for'])
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return { ok: false, error: { kind: 'gone' } };
  const sealed = await sealTo(found.case_key, JSON.stringify(entry));
  const inserted = await tx
    .insertInto('accommodation_entries')
    .values((eb) => ({
      id,
      case_id: caseId,
      position: eb
        .selectFrom('accommodation_entries')
        .where('case_id', '=', caseId)
        .select((inner) => sql<number>`coalesce(${inner.fn.max('position')}, 0) + 1`.as('next')),
      case_key: found.case_key,
      sealed,
    }))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('position')
    .executeTakeFirst();
  if (!inserted) return { ok: true, repeated: true, waitsForChanged: false };
  const next = afterEntry(found.state, entry);
  if (!next) return { ok: true, repeated: false, waitsForChanged: false };
  const changed = next.waitsFor !== found.waits_for;
  await tx
    .updateTable('accommodation_cases')
    .set({
      state: next.state,
      waits_for: next.waitsFor,
      closed_at: next.state === 'closed' ? hourOf(clock()) : null,
      ...(changed && { waiting_since: hourOf(clock()), escalated_at: null }),
    })
    .where('id', '=', caseId)
    .execute();
  return { ok: true, repeated: false, waitsForChanged: changed };
}
