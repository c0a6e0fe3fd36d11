import type { Tx } from '#platform/database';
import type { StandingDeps } from './deps.ts';
import type { OwnPage } from './own-page.ts';
import { tellWithdrawn } from './tell.ts';

/**
 * In the transaction in which an application is withdrawn: a new version of it that was begun can
 * no longer be sent, and nobody is reminded of it; its candidate is written to.
 */
export async function afterWithdrawing(deps: StandingDeps, tx: Tx, own: OwnPage): Promise<void> {
  const { standing } = own;
  await tx
    .deleteFrom('application_drafts')
    .where('key', 'in', (query) =>
      query
        .selectFrom('application_drafts')
        .select('key')
        .where('key', '=', standing.key)
        .forUpdate()
        // One that is being sent at this moment is refused there: waiting for it would be a deadlock.
        .skipLocked(),
    )
    .execute();
  await tellWithdrawn(deps, tx, standing, own);
}
