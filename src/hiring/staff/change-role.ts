import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { isLastAdmin } from './active-admins.ts';
import { parseEmailAddress } from '#hiring/sign-in';
import type { Role } from './policy.ts';

export type ChangeRole = { ok: true } | { ok: false; error: { kind: 'unknown' | 'last-admin' } };

/** Gives a person another role, in force from their next request: open sessions keep no role. */
export async function changeRole(
  deps: { db: Db; clock: Clock },
  change: { email: string; role: Role },
): Promise<ChangeRole> {
  const email = parseEmailAddress(change.email);
  return deps.db.transaction().execute(async (tx): Promise<ChangeRole> => {
    const person = await tx
      .selectFrom('staff')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst();
    if (!person) return { ok: false, error: { kind: 'unknown' } };
    if (change.role !== 'admin' && (await isLastAdmin(tx, person.id))) {
      return { ok: false, error: { kind: 'last-admin' } };
    }
    await tx
      .updateTable('staff')
      .set({ role: change.role, updated_at: deps.clock() })
      .where('id', '=', person.id)
      .execute();
    return { ok: true };
  });
}
