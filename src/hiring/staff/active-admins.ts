import type { Tx } from '#platform/database';

/**
 * Whether this person is the only admin left, in which case they must stay one: nobody could give
 * the role again. Locks the admins' rows, so that two admins cannot remove each other at once.
 */
export async function isLastAdmin(tx: Tx, staffId: string): Promise<boolean> {
  const admins = await tx
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return admins.length === 1 && admins[0]?.id === staffId;
}
