import { Hono } from 'hono';
import { type DeskPrivacyDeps, deskRequestRoutes } from './desk-routes.ts';
import { type MyPrivacyDeps, myPrivacyRoutes } from './my-routes.ts';
import { retentionRoutes } from './retention-routes.ts';

/** All pages of privacy: those of candidates, and those of staff. */
export function privacyWeb(mine: MyPrivacyDeps, desk: DeskPrivacyDeps): Hono {
  return new Hono()
    .route('/', myPrivacyRoutes(mine))
    .route('/', deskRequestRoutes(desk))
    .route('/', retentionRoutes(desk));
}
