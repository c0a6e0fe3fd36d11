import { type Postings, nextTransitionOf } from '#hiring/postings';
import type { Clock } from '#platform/clock';
import { type Db, isDatabaseOutage } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import { type Subscriber, announce } from './announce.ts';

export type Announcer = {
  /** Looks now, and from then on whenever a posting or the clock may have changed something. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Compares now, without waiting for the next look. */
  look(): Promise<void>;
};

/** Milliseconds between looks at whether there is something to compare. */
const lookEvery = 1000;

/** Notices when postings open, change and close, and tells the subscribers once. */
export function createAnnouncer(deps: {
  db: Db;
  ids: Ids;
  clock: Clock;
  log: Log;
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  closingSoonDays: number;
  subscribers: readonly Subscriber[];
}): Announcer {
  const { clock, postings, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  /** What was compared last, and until when its answer holds. */
  let seen: { revision: string; at: Date; until: Date | null } | null = null;

  function look(): Promise<void> {
    running ??= compare().finally(() => {
      running = null;
    });
    return running;
  }

  async function compare(): Promise<void> {
    const catalogue = postings.snapshot();
    if (catalogue.outage) return;
    const now = clock();
    const { revision } = catalogue;
    const holds =
      seen?.revision === revision && now >= seen.at && !(seen.until && now >= seen.until);
    if (holds) return;
    try {
      const count = await announce({ ...deps, stateOf: postings.stateOf }, catalogue, now);
      seen = {
        revision,
        at: now,
        until: nextTransitionOf(catalogue.postings, now, deps.closingSoonDays),
      };
      if (count > 0) log.info({ count }, 'postings announced');
    } catch (error) {
      // It is tried again at the next look: nothing was said, so nothing is lost.
      if (!isDatabaseOutage(error)) log.error({ error: String(error) }, 'announcing failed');
    }
  }

  return {
    look,
    async start() {
      await look();
      timer = setInterval(() => void look(), lookEvery);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
