import type { Context } from 'hono';
import { createFindPosting, latestVersion } from '#hiring/desk';
import type { StaffEnv } from '#hiring/staff';
import { isUuid } from '#platform/ids';
import type { NoticesWebDeps } from '../deps.ts';
import type { Process } from '../model.ts';

export type FindProcess = (c: Context<StaffEnv>) => Promise<Process | null>;

/** The process that an address names, as it is on the site or was advertised last. */
export function createFindProcess(deps: NoticesWebDeps): FindProcess {
  const findPosting = createFindPosting(deps);
  return async (c) => {
    const postingId = c.req.param('posting');
    if (!isUuid(postingId)) return null;
    const facts = await findPosting(postingId, () => latestVersion(deps.db, postingId));
    return facts && { postingId, title: facts.title, timeZone: facts.timeZone };
  };
}

/** The page of a list that an address asks for; the first where it asks for none. */
export function pageAsked(c: Context): number {
  const page = Number(c.req.query('page'));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
