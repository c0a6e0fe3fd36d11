import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { RetentionRule } from '../schedule/schedule.ts';
import type { ForeignKey } from './foreign-keys.ts';

/** Rows deleted, by table. */
export type Counts = Record<string, number>;

/**
 * Deletes rows of the first table of a rule and, before them, everything that refers to them, in the
 * order that the foreign keys ask for. A table that refers to them and is not named by the rule is
 * an error of the schedule: nothing is deleted that it does not speak of.
 */
export async function deleteRows(
  tx: Tx,
  keys: readonly ForeignKey[],
  rule: RetentionRule,
  condition: RawBuilder<unknown>,
  counts: Counts,
): Promise<void> {
  const [root] = rule.tables;
  if (!root) throw new Error(`The rule "${rule.id}" has no table`);
  await deleteFrom(root.name, condition);

  async function deleteFrom(table: string, where: RawBuilder<unknown>): Promise<void> {
    for (const key of keys) {
      if (key.parent !== table || key.child === table || key.letsGo) continue;
      const theirs = sql`(${columns(key.childColumns)}) in (
        select ${columns(key.parentColumns)} from ${sql.table(table)} where ${where})`;
      if (rule.tables.some(({ name }) => name === key.child)) {
        await deleteFrom(key.child, theirs);
      } else {
        await refuseIfAny(key.child, theirs, table);
      }
    }
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where}`.execute(
      tx,
    );
    const count = Number(numAffectedRows ?? 0);
    if (count > 0) counts[table] = (counts[table] ?? 0) + count;
  }

  async function refuseIfAny(
    child: string,
    where: RawBuilder<unknown>,
    table: string,
  ): Promise<void> {
    const { rows } = await sql`select 1 from ${sql.table(child)} where ${where} limit 1`.execute(
      tx,
    );
    if (rows.length > 0) {
      throw new Error(`The rule "${rule.id}" deletes from ${table} but says nothing of ${child}`);
    }
  }
}

function columns(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}
