import type { Hono } from 'hono';
import { createFormTokens } from './access/form-token.ts';
import { type RequireStaff, createRequireStaff } from './access/require-staff.ts';
import type { StaffDeps } from './deps.ts';
import { type KeptForm, takeKeptForm } from './kept-forms/kept-forms.ts';
import { createSessions } from './sign-in/sessions.ts';
import { staffWeb } from './web.tsx';

/** Signing in, and who may pass where. */
export type Staff = {
  /** Pages of signing in and out. */
  web: Hono;
  /** Middleware for every route of the desk; see {@link createRequireStaff}. */
  requireStaff: RequireStaff;
  /** See {@link takeKeptForm}; `page` is the path of the page being shown (`c.req.path`). */
  takeKeptForm(staffId: string, page: string): Promise<KeptForm | null>;
};

/** Puts the feature together. Nothing of better-auth is loaded before someone signs in. */
export function createStaff(deps: StaffDeps): Staff {
  const sessions = createSessions(deps);
  const tokens = createFormTokens(deps.secret, deps.clock);
  return {
    web: staffWeb({ ...deps, sessions }),
    requireStaff: createRequireStaff({ ...deps, sessions, tokens }),
    takeKeptForm: (staffId, page) => takeKeptForm(deps, staffId, page),
  };
}
