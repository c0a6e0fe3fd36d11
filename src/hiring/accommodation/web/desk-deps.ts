import type { Context } from 'hono';
import type { Staff, StaffEnv } from '#hiring/staff';
import type { AccommodationWebDeps } from '../deps.ts';
import type { UnlockedKey, UnlockedKeys } from '../keys/unlocked.ts';
import type { CaseCookies } from './cookies.ts';

/** What the custodians' pages need. */
export type DeskDeps = AccommodationWebDeps &
  Pick<Staff, 'requireStaff'> & { cookies: CaseCookies; unlocked: UnlockedKeys };

/** The key that the signed-in custodian unlocked in this browser, or null. */
export function unlockedKey(deps: DeskDeps, c: Context<StaffEnv>): UnlockedKey | null {
  return deps.unlocked.find(c.var.staff.id, deps.cookies.unlocked(c));
}
