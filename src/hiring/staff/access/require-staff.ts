import type { Context, MiddlewareHandler } from 'hono';
import { type DoorEnv, type Guard, counterparts, langOf } from '#hiring/sign-in';
import { errorPage } from '#web/layout/index.ts';
import type { Render } from '#web/render.ts';
import { hrefs } from '#web/routes.ts';
import type { SignedInStaff } from '../model.ts';
import type { Permission } from '../policy.ts';

/** What handlers behind `requireStaff` find in `c.var`. */
export type StaffEnv = { Variables: DoorEnv['Variables'] & { staff: SignedInStaff } };

/** Lets a request through for signed-in staff with the permission; 403 for other staff. */
export function createRequireStaff(
  guard: Guard,
  render: Render,
): (permission: Permission) => MiddlewareHandler<StaffEnv> {
  return (permission) =>
    guard((c: Context<StaffEnv>) => (c.var.staff.can(permission) ? null : forbidden(c, render)));
}

function forbidden(c: Context, render: Render): Response {
  const alternates = counterparts(c.req.path, hrefs('desk.processes'));
  return render(c, errorPage(langOf(c.req.path), 'forbidden', { area: 'desk', alternates }), 403);
}
