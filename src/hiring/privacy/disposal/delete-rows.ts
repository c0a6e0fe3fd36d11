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
      if (!rule.tables.some(({ name }) => name === key.child)) {
        throw new Error(
          `The rule "${rule.id}" deletes from ${table} but says nothing of ${key.child}`,
        );
      }
      await deleteFrom(
        key.child,
        sql`(${columns(key.childColumns)}) in (
          select ${columns(key.parentColumns)} from ${sql.table(table)} where ${where})`,
      );
    }
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where}`.execute(
      tx,
    );
    const count = Number(numAffectedRows ?? 0);
    if (count > 0) counts[table] = (counts[table] ?? 0) + count;
  }
}

function columns(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}
