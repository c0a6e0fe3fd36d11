import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Deletes what was arranged for applications that are deleted. Answers how many. */
export async function disposeArrangements(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<{ arrangements: number }> {
  const { rows } = await sql`
    delete from arrangements where id in (
      select arrangement_id from application_arrangements where application_id = any(${applicationIds}::uuid[]))
    returning id`.execute(tx);
  return { arrangements: rows.length };
}
