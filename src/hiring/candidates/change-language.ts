import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';

/** Chooses the language of a candidate's e-mails, for all of them from now on. */
export async function changeLanguage(db: Db, candidateId: string, lang: Lang): Promise<void> {
  await db.updateTable('candidates').set({ lang }).where('id', '=', candidateId).execute();
}
