import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Deletes what was arranged for one application, because its candidate asked. Answers how many. */
export async function disposeArrangements(
  tx: Tx,
  applicationId: string,
): Promise<{ arrangements: number }> {
  const { rows } = await sql`
    delete from arrangements where id in (
      select arrangement_id from application_arrangements where application_id = ${applicationId})
    returning id`.execute(tx);
  return { arrangements: rows.length };
}
