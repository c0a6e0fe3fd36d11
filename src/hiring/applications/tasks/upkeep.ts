import { isDatabaseOutage } from '#platform/database';
import type { Extractor } from '#platform/files';
import { remindDrafts } from './remind-drafts.ts';
import { readTexts } from '../texts/read-texts.ts';
import { rescanFiles } from './rescan-files.ts';
import type { ApplicationTasksDeps } from './settings.ts';

export type Upkeep = {
  start(): void;
  /** Does now what is due. */
  run(): Promise<void>;
  stop(): Promise<void>;
};

/** Milliseconds between looks. Each piece of work is harmless to repeat. */
const every = 5 * 60_000;

/** Reminders, rescans and reading for search, in the background. Disposal is the privacy feature's: its schedule says when. */
export function createApplicationUpkeep(
  deps: ApplicationTasksDeps & { extractor: Pick<Extractor, 'extractText'> },
): Upkeep {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let stopping = false;

  async function work(): Promise<void> {
    try {
      const reminded = await remindDrafts(deps);
      const rescanned = await rescanFiles(deps);
      const read = await readTexts(deps, () => stopping);
      const done = { reminded, ...rescanned, read };
      if (Object.values(done).some((count) => count > 0)) {
        deps.log.info(done, 'applications kept in order');
      }
    } catch (error) {
      // It is tried again at the next look.
      if (!isDatabaseOutage(error)) {
        deps.log.error({ error: String(error) }, 'keeping applications in order failed');
      }
    }
  }

  function run(): Promise<void> {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    run,
    start() {
      timer = setInterval(() => void run(), every);
      timer.unref();
      void run();
    },
    async stop() {
      clearInterval(timer);
      stopping = true;
      await running;
    },
  };
}
