import type { Db } from '#platform/database';
import { hasCustodian } from './keys/queries.ts';

/** What those who look after the machine may know of accommodation: counts. */
export type WaitingCounts = {
  /** False where nobody could open a request, so that none is taken. */
  ready: boolean;
  /** Requests that wait for a custodian, and those that have waited too long. */
  waiting: number;
  late: number;
};

export async function countWaiting(
  db: Db,
  { now, replyHours }: { now: Date; replyHours: number },
): Promise<WaitingCounts> {
  const before = new Date(now.getTime() - replyHours * 3_600_000);
  const { waiting, late } = await db
    .selectFrom('accommodation_cases')
    .where('waits_for', '=', 'custodian')
    .select((eb) => [
      eb.fn.countAll<string>().as('waiting'),
      eb.fn.countAll<string>().filterWhere('waiting_since', '<=', before).as('late'),
    ])
    .executeTakeFirstOrThrow();
  return { ready: await hasCustodian(db), waiting: Number(waiting), late: Number(late) };
}
