import { isDatabaseOutage } from '#platform/database';
import type { Extractor } from '#platform/files';
import { type Looks, createLooks } from '#platform/looks';
import { readTexts } from '../texts/read-texts.ts';
import { remindDrafts } from './remind-drafts.ts';
import { rescanFiles } from './rescan-files.ts';
import type { ApplicationTasksDeps } from './settings.ts';

/** How much of each piece of work was done. */
type Done = { reminded: number; scanned: number; infected: number; read: number };

/** Milliseconds between looks. Each piece of work is harmless to repeat. */
const everyMs = 5 * 60_000;

/** Reminders, rescans and reading for search, in the background. Disposal is the privacy feature's: its schedule says when. */
export function createApplicationUpkeep(
  deps: ApplicationTasksDeps & { extractor: Pick<Extractor, 'extractText'> },
): Looks<Done> {
  return createLooks({
    everyMs,
    async work(isStopping) {
      const reminded = await remindDrafts(deps);
      const rescanned = await rescanFiles(deps);
      return { reminded, ...rescanned, read: await readTexts(deps, isStopping) };
    },
    onFound(done) {
      if (Object.values(done).some((count) => count > 0)) {
        deps.log.info(done, 'applications kept in order');
      }
    },
    onFailure(error) {
      // It is tried again at the next look.
      if (!isDatabaseOutage(error)) {
        deps.log.error({ error: String(error) }, 'keeping applications in order failed');
      }
    },
  });
}
