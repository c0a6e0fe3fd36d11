import type { Hono, MiddlewareHandler } from 'hono';
import { type KeptForm, createGuard, doorWeb, takeKeptForm } from '#hiring/sign-in';
import { type StaffEnv, createRequireStaff } from './access/require-staff.ts';
import type { StaffDeps } from './deps.ts';
import type { Permission } from './policy.ts';
import { staffDoor } from './sign-in/door.ts';
import { createSessions } from './sign-in/sessions.ts';

/** Signing in, and who may pass where. */
export type Staff = {
  /** Pages of signing in and out. */
  web: Hono;
  /** Middleware for every route of the desk; see {@link createRequireStaff}. */
  requireStaff(permission: Permission): MiddlewareHandler<StaffEnv>;
  /** See {@link takeKeptForm}; `page` is the path of the page being shown (`c.req.path`). */
  takeKeptForm(staffId: string, page: string): Promise<KeptForm | null>;
};

/** Puts the feature together. Nothing of better-auth is loaded before someone signs in. */
export function createStaff(deps: StaffDeps): Staff {
  const door = staffDoor({ ...deps, sessions: createSessions(deps) });
  return {
    web: doorWeb(door),
    requireStaff: createRequireStaff(createGuard(door), deps.render),
    takeKeptForm: (id, page) => takeKeptForm(deps, { kind: 'staff', id }, page),
  };
}
