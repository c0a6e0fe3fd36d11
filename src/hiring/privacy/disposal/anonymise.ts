import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { TimedRule } from './due.ts';
import type { Counts } from './delete-rows.ts';

/**
 * Takes from rows who they are about, and keeps the rows, because others name them. Of staff only:
 * the id stays, for the history that it signs.
 */
export async function anonymise(
  tx: Tx,
  rule: TimedRule,
  places: RawBuilder<unknown>,
  now: Date,
  counts: Counts,
): Promise<void> {
  if (rule.tables[0]?.name !== 'staff') throw new Error(`Nobody knows how to anonymise ${rule.id}`);
  const people = sql`select id from staff where ${places}`;
  // By staff_id, before the rows that it is of move.
  for (const table of ['staff_accounts', 'staff_sessions', 'kept_forms']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where staff_id in (${people})`.execute(tx);
    if (numAffectedRows) counts[table] = Number(numAffectedRows);
  }
  const { numAffectedRows } = await sql`
    update staff set email = 'removed-' || lower(id) || '@removed.invalid', name = '', image = null,
      updated_at = ${now} where ${places}`.execute(tx);
  counts['staff'] = Number(numAffectedRows ?? 0);
}
