import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';

export type Alert = { id: string; email: string; lang: Lang; search: string };

/** The alert of a link; null where it was stopped or forgotten. */
export async function findAlert(db: Db, id: string): Promise<Alert | null> {
  const row = await db
    .selectFrom('job_alerts')
    .select(['id', 'email', 'lang', 'search'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Begins the alerts; again is the same. False where they were forgotten meanwhile. */
export async function confirmAlert(
  { db, clock }: { db: Db; clock: Clock },
  id: string,
): Promise<boolean> {
  const row = await db
    .updateTable('job_alerts')
    .set((eb) => ({ confirmed_at: eb.fn.coalesce('confirmed_at', eb.val(clock())) }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends the alerts and forgets the address. */
export async function stopAlert(db: Db, id: string): Promise<void> {
  await db.deleteFrom('job_alerts').where('id', '=', id).execute();
}
