import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { PrivacyNotice } from './notice.ts';

/** Keeps the text of a version that people are shown from now on: applications name it. */
export async function recordNotice(
  { db, clock }: { db: Db; clock: Clock },
  { version, text }: PrivacyNotice,
): Promise<void> {
  await db
    .insertInto('privacy_notices')
    .values({ version, content: JSON.stringify(text), first_shown_at: clock() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
