import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { parseEmailAddress } from '#hiring/sign-in';

export type RestoreStaff = { ok: true } | { ok: false; error: { kind: 'unknown' } };

/** Lets a disabled person sign in again, with the role they had. */
export async function restoreStaff(
  deps: { db: Db; clock: Clock },
  person: { email: string },
): Promise<RestoreStaff> {
  const restored = await deps.db
    .updateTable('staff')
    .set({ disabled_at: null, updated_at: deps.clock() })
    .where('email', '=', parseEmailAddress(person.email))
    .executeTakeFirst();
  return restored.numUpdatedRows > 0n ? { ok: true } : { ok: false, error: { kind: 'unknown' } };
}
