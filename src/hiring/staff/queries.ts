import type { Db } from '#platform/database';
import type { StaffMember } from './model.ts';

const columns = [
  'id',
  'email',
  'name',
  'role',
  'lang',
  'disabled_at as disabledAt',
  'created_at as createdAt',
] as const;

/** All staff, disabled ones included, by address. */
export function listStaff(db: Db): Promise<StaffMember[]> {
  return db.selectFrom('staff').select(columns).orderBy('email').execute();
}

/** The person with this address (as stored: lower case), if they may sign in. */
export function findActiveStaff(db: Db, email: string): Promise<StaffMember | undefined> {
  return db
    .selectFrom('staff')
    .select(columns)
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Whether this person still may sign in. */
export async function isActiveStaff(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
