import { Hono } from 'hono';
import type { Staff } from '#hiring/staff';
import type { AccommodationWebDeps } from './deps.ts';
import { createCaseFormTokens } from './form-token.ts';
import { createUnlockedKeys } from './keys/unlocked.ts';
import { askRoutes } from './web/ask-routes.ts';
import { caseRoutes } from './web/case-routes.ts';
import { createCaseCookies } from './web/cookies.ts';
import { deskRoutes } from './web/desk-routes.ts';
import { createShowDoor, doorRoutes } from './web/door-routes.ts';
import { keysRoutes } from './web/keys-routes.ts';

/** Asking for accommodation, the candidates' cases, and the custodians' desk. */
export function accommodationWeb(deps: AccommodationWebDeps & Pick<Staff, 'requireStaff'>): Hono {
  const cookies = createCaseCookies(deps.origins);
  const tokens = createCaseFormTokens(deps.secret, deps.ids);
  const unlocked = createUnlockedKeys(deps.clock);
  const shared = { ...deps, cookies, tokens, unlocked };
  const showDoor = createShowDoor(shared);
  return new Hono()
    .route('/', askRoutes(shared))
    .route('/', doorRoutes({ ...shared, showDoor }))
    .route('/', caseRoutes({ ...shared, showDoor }))
    .route('/', keysRoutes(shared))
    .route('/', deskRoutes(shared));
}
