import type { Db } from '#platform/database';

/** How many sessions of a candidate are open at an instant. */
export async function countSessions(db: Db, candidateId: string, at: Date): Promise<number> {
  const { count } = await db
    .selectFrom('candidate_sessions')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('candidate_id', '=', candidateId)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow();
  return Number(count);
}
