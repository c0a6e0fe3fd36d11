import type { Clock } from '#platform/clock';
import { type Db, isDatabaseOutage } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import { type LoadedContent, createLoader } from '../loader/load.ts';
import type { Posting } from '../model.ts';
import { type PostingState, postingState } from '../rules/lifecycle.ts';
import { buildCatalogue, emptyCatalogue } from './build.ts';
import type { Catalogue } from './catalogue.ts';
import type { Memory } from './memory.ts';
import { recordCatalogue } from './record.ts';
import { type Watcher, watchFolder } from './watch.ts';

/** The postings of a content folder, kept in step with it while the program runs. */
export type Postings = {
  /**
   * Loads the folder and begins to watch it. Does not fail where the folder is missing or the
   * database is away: the catalogue says so, and fills when they are back.
   */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What is advertised now. Take it once for a request: it is replaced as a whole. */
  snapshot(): Catalogue;
  /** Where a posting stands now, by the server's clock. */
  stateOf(posting: Posting): PostingState;
  /** Reads the folder now. Resolves when the catalogue shows what it found, or has to wait. */
  reload(): Promise<void>;
};

export type PostingsOptions = {
  contentFolder: string;
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Days before closing during which a posting is said to close soon. */
  closingSoonDays: number;
};

/** Milliseconds before the database is tried again: doubling from the first to the last. */
const retry = { first: 500, last: 10_000 };

export function createPostings(options: PostingsOptions): Postings {
  const { contentFolder, db, clock, ids, log } = options;
  const loader = createLoader(contentFolder);
  let catalogue: Catalogue | null = null;
  let watcher: Watcher | null = null;
  let stopped = false;
  /** Read from the folder but not recorded yet. */
  let waiting: LoadedContent | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let retryTimer: NodeJS.Timeout | undefined;
  let retryAfter = retry.first;

  return {
    async start() {
      await reload();
      watcher = watchFolder(contentFolder, { onChange: reloadUnasked, log });
      await watcher.ready;
      // What changed between the first reading and the watch.
      await reload();
    },
    async stop() {
      stopped = true;
      clearTimeout(retryTimer);
      await watcher?.close();
      await running;
    },
    snapshot() {
      if (!catalogue) throw new Error('The postings have not been started');
      return catalogue;
    },
    stateOf: (posting) => postingState(posting, clock(), options.closingSoonDays),
    reload,
  };

  /** One reading at a time; a call that comes during one is served by one more after it. */
  function reload(): Promise<void> {
    if (stopped) return Promise.resolve();
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await readAndPublish();
      } while (again && !stopped);
    })().finally(() => {
      running = null;
    });
    return running;
  }

  /** Nobody waits for it: a mistake of ours must not end the program, which has a catalogue to serve. */
  function reloadUnasked(): void {
    reload().catch((error: unknown) => {
      log.error({ error: String(error) }, 'postings could not be reloaded');
    });
  }

  async function readAndPublish(): Promise<void> {
    waiting = (await loader.load()) ?? waiting;
    const content = waiting;
    if (!content) return;
    clearTimeout(retryTimer);
    try {
      const recorded = await recordCatalogue(db, ids, clock(), content.pairs, (memory) =>
        fateOfMissing(memory, content),
      );
      const next = buildCatalogue(content, recorded);
      waiting = null;
      retryAfter = retry.first;
      report(catalogue, next, log);
      catalogue = next;
    } catch (error) {
      const outage = isDatabaseOutage(error);
      const reason = error instanceof Error ? error : new Error(String(error));
      if (!outage && !catalogue) throw error;
      if (outage) log.warn({ reason: reason.message }, 'postings wait for the database');
      else log.error({ error: reason.stack }, 'postings could not be recorded');
      catalogue =
        catalogue && !catalogue.outage
          ? { ...catalogue, waitingSince: catalogue.waitingSince ?? clock() }
          : emptyCatalogue(content, reason);
      if (stopped) return;
      retryTimer = setTimeout(reloadUnasked, retryAfter);
      retryTimer.unref();
      retryAfter = Math.min(retryAfter * 2, retry.last);
    }
  }
}

/**
 * What to do with the postings that the database knows and no pair makes. A posting that no file
 * claims any more was withdrawn; where a file still claims it, or the folder could not be read
 * whole, it is a slip, and its last good text stays.
 */
function fateOfMissing(
  memory: Memory,
  content: LoadedContent,
): { withdrawn: string[]; brokenKeys: string[] } {
  const shown = new Set(content.pairs.map(({ translationKey }) => translationKey));
  const withdrawn: string[] = [];
  const brokenKeys: string[] = [];
  for (const [key, { current }] of memory.byKey) {
    if (shown.has(key)) continue;
    const live = current.en !== null && current.fr !== null;
    if (!live) continue;
    if (content.incomplete || content.brokenKeys.has(key)) brokenKeys.push(key);
    else withdrawn.push(key);
  }
  return { withdrawn, brokenKeys };
}

function report(before: Catalogue | null, next: Catalogue, log: Log): void {
  const blocking = next.problems.filter(({ severity }) => severity === 'blocking').length;
  const fields = { postings: next.postings.length, files: next.files.length, blocking };
  if (before?.revision !== next.revision || before.problems.length !== next.problems.length) {
    log.info(fields, 'postings loaded');
  }
}
