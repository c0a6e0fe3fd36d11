import { getCompileCacheDir } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { GroupResult } from './check-group.ts';
import type { Group } from './groups.ts';
import type { Batch, BatchResult, WorkerSetup } from './worker.ts';

/** Groups sent to a worker at a time, and batches that wait there so that it never idles. */
const batchSize = 16;
const batchesWaiting = 2;

/** MiB of young objects per worker: a posting's are short-lived, and more would only spread out. */
const youngMb = 48;

/** MiB of lasting objects per worker: about three times what it needs, so that they do not pile up. */
const oldMb = 320;

// From the first postings, much of which is remembered, V8 learns to make all objects of their kind
// among the lasting ones; later ones then fill the memory as garbage. It counts for new threads too.
const withoutGuessing = '--no-allocation-site-pretenuring';

/**
 * Checks groups in worker threads and yields what came of them in the order of the groups. Only as
 * many are under way as keep the workers busy, so that memory does not grow with the folder.
 */
export async function* checkInWorkers(
  groups: readonly Group[],
  setup: WorkerSetup,
  { entry, count }: { entry: string; count: number },
): AsyncGenerator<GroupResult> {
  setFlagsFromString(withoutGuessing);
  // Threads do not keep compiled code as this one does, unless told by their environment.
  const cache = getCompileCacheDir();
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(entry, {
        workerData: setup,
        env: { ...(cache !== undefined && { NODE_COMPILE_CACHE: cache }) },
        resourceLimits: { maxYoungGenerationSizeMb: youngMb, maxOldGenerationSizeMb: oldMb },
      }),
  );
  const batches = Math.ceil(groups.length / batchSize);
  const done = new Map<number, BatchResult['results']>();
  let [sent, next] = [0, 0];
  const failures: unknown[] = [];
  let wake = (): void => {};
  const feed = (worker: Worker): void => {
    // Not too far ahead of the slowest: results wait for their turn.
    if (sent >= batches || sent - next >= count * batchesWaiting * 4) return;
    const part = groups.slice(sent * batchSize, (sent + 1) * batchSize);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ number: sent, groups: part } satisfies Batch);
    waiting.set(worker, (waiting.get(worker) ?? 0) + 1);
    sent += 1;
  };
  const waiting = new Map<Worker, number>();
  for (const worker of workers) {
    worker.on('message', ({ number, results }: BatchResult) => {
      waiting.set(worker, waiting.get(worker)! - 1);
      done.set(number, results);
      wake();
    });
    worker.on('error', (cause: unknown) => {
      failures.push(cause);
      wake();
    });
  }
  try {
    while (next < batches) {
      for (const worker of workers) {
        while ((waiting.get(worker) ?? 0) < batchesWaiting) {
          const before = sent;
          feed(worker);
          if (sent === before) break;
        }
      }
      const results = done.get(next);
      if (results) {
        done.delete(next);
        next += 1;
        yield* results;
        continue;
      }
      if (failures.length > 0) throw failures[0];
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
