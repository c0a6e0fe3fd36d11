import type { Clock } from '#platform/clock';
import { type Db, isDatabaseOutage } from '#platform/database';
import type { Ids } from '#platform/ids';
import { createLock } from '#platform/lock';
import type { Log } from '#platform/log';
import { type LoadedContent, createLoader } from '../loader/load.ts';
import type { Posting } from '../model.ts';
import { type PostingState, postingState } from '../rules/lifecycle.ts';
import { createGatekeeper } from '../gate/gatekeeper.ts';
import type { Gate } from '../gate/gate.ts';
import type { Provenance } from '../provenance.ts';
import { emptyCatalogue } from './build.ts';
import type { Catalogue } from './catalogue.ts';
import { createPublisher } from './publisher.ts';
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
  /** Reads the folder, and what was overridden, now. Resolves when the catalogue shows what it found, or has to wait. */
  reload(): Promise<void>;
  /** Runs some work while the folder is not being read, so that what it writes shows as a whole. */
  whileUnread<Result>(work: () => Promise<Result>): Promise<Result>;
};

export type PostingsOptions = {
  contentFolder: string;
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Days before closing during which a posting is said to close soon. */
  closingSoonDays: number;
  /** What keeps versions with errors from the site; without one, everything passes. */
  gate?: Gate | undefined;
  /** Which commits the files come from, where they are in a repository. */
  provenance?: Provenance | undefined;
};

/** Milliseconds between looks at whether Git is done with the files, and after which it is taken to be. */
const busy = { retryMs: 100, patienceMs: 10_000 };

/** Milliseconds before the database is tried again: doubling from the first to the last. */
const retry = { first: 500, last: 10_000 };

export function createPostings(options: PostingsOptions): Postings {
  const { contentFolder, clock, log } = options;
  const provenance = options.provenance ?? null;
  const loader = createLoader(contentFolder);
  const folderLock = createLock();
  let catalogue: Catalogue | null = null;
  let watcher: Watcher | null = null;
  let stopped = false;
  const gatekeeper = createGatekeeper({ ...options, gate: options.gate ?? null });
  const publisher = createPublisher({
    ...options,
    provenance,
    gatekeeper,
    stopped: () => stopped,
  });
  /** Read from the folder but not recorded yet. */
  let waiting: LoadedContent | null = null;
  /** Recorded last. */
  let loaded: LoadedContent | null = null;
  let unfinished = false;
  let busySince: number | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let retryTimer: NodeJS.Timeout | undefined;
  let retryAfter = retry.first;

  return {
    async start() {
      await reload();
      watcher = watchFolder(contentFolder, { onChange: reloadUnasked, log });
      await watcher.ready;
      // What changed between the first reading and the watch; not waited for where much is to check.
      if (unfinished) reloadUnasked();
      else await reload();
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
    whileUnread: folderLock,
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
    waiting = (await folderLock(() => loader.load())) ?? waiting;
    if (waiting && (await isBusy())) return retryIn(busy.retryMs);
    clearTimeout(retryTimer);
    const content = waiting ?? loaded;
    if (!content) return;
    try {
      if (!waiting && !unfinished && !(await publisher.isOutdated(content))) return;
      const published = await publisher.publish(content);
      waiting = null;
      loaded = content;
      retryAfter = retry.first;
      report(catalogue, published.catalogue, log);
      ({ catalogue } = published);
      ({ unfinished } = published);
      if (unfinished) retryIn(0);
    } catch (error) {
      waitForDatabase(content, error);
    }
  }

  /** Whether the files may be of two commits at this moment. Not forever: a lock may be left behind. */
  async function isBusy(): Promise<boolean> {
    busySince = (await provenance?.isBusy()) ? (busySince ?? performance.now()) : null;
    return busySince !== null && performance.now() - busySince < busy.patienceMs;
  }

  function waitForDatabase(content: LoadedContent, error: unknown): void {
    const outage = isDatabaseOutage(error);
    const reason = error instanceof Error ? error : new Error(String(error));
    if (!outage && !catalogue) throw reason;
    if (outage) log.warn({ reason: reason.message }, 'postings wait for the database');
    else log.error({ error: reason.stack }, 'postings could not be recorded');
    catalogue =
      catalogue && !catalogue.outage
        ? { ...catalogue, waitingSince: catalogue.waitingSince ?? clock() }
        : emptyCatalogue(content, reason);
    waiting = content;
    retryIn(retryAfter);
    retryAfter = Math.min(retryAfter * 2, retry.last);
  }

  function retryIn(ms: number): void {
    if (stopped) return;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(reloadUnasked, ms);
    retryTimer.unref();
  }
}

function report(before: Catalogue | null, next: Catalogue, log: Log): void {
  const blocking = next.problems.filter(({ severity }) => severity === 'blocking').length;
  const fields = { postings: next.postings.length, files: next.files.length, blocking };
  if (before?.revision !== next.revision || before.problems.length !== next.problems.length) {
    log.info(fields, 'postings loaded');
  }
}
