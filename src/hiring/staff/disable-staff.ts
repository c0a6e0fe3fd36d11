import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { isLastAdmin } from './active-admins.ts';
import { parseEmailAddress } from '#hiring/sign-in';

export type DisableStaff = { ok: true } | { ok: false; error: { kind: 'unknown' | 'last-admin' } };

/**
 * Shuts a person out at once: their sessions are gone and no link signs them in. Their row stays,
 * for what they decided and wrote bears their id. Repeating it changes nothing.
 */
export async function disableStaff(
  deps: { db: Db; clock: Clock },
  person: { email: string },
): Promise<DisableStaff> {
  const email = parseEmailAddress(person.email);
  return deps.db.transaction().execute(async (tx): Promise<DisableStaff> => {
    const found = await tx
      .selectFrom('staff')
      .select(['id', 'disabled_at'])
      .where('email', '=', email)
      .executeTakeFirst();
    if (!found) return { ok: false, error: { kind: 'unknown' } };
    if (found.disabled_at) return { ok: true };
    if (await isLastAdmin(tx, found.id)) return { ok: false, error: { kind: 'last-admin' } };
    const now = deps.clock();
    await tx
      .updateTable('staff')
      .set({ disabled_at: now, updated_at: now })
      .where('id', '=', found.id)
      .execute();
    await tx.deleteFrom('staff_sessions').where('staff_id', '=', found.id).execute();
    await tx.deleteFrom('kept_forms').where('staff_id', '=', found.id).execute();
    return { ok: true };
  });
}
