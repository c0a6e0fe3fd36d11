import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type Setting, type Task, type TaskResult, createTasks } from './tasks.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** Threads that share out tasks. This thread is one of them: it would only wait otherwise. */
export type Pool = {
  set(setting: Setting): void;
  /**
   * Runs every task; `done` is told each result as it comes, in any order. Tasks are taken from the
   * iterable when a thread is free for them, so that they need not exist all at once.
   */
  run(tasks: Iterable<Task>, done: (task: Task, result: TaskResult) => void): Promise<void>;
  close(): Promise<void>;
};

/** Tasks that a thread has been given at a time: the next one is there when it ends the first. */
const ahead = 2;

/** Tasks before help is called: a small site is done before another thread could have started. */
const alone = 6;

/** `threads` in all, counting this one; `entry` is the built `worker.ts`. */
export function createPool(threads: number, entry: string): Pool {
  const own = createTasks();
  let helpers: Helper[] = [];
  let setting: Setting | null = null;
  let ran = 0;

  function callHelp(): Helper[] {
    helpers = Array.from({ length: threads - 1 }, () => createHelper(entry));
    if (setting) for (const helper of helpers) helper.set(setting);
    return helpers;
  }

  return {
    set(given) {
      setting = given;
      own.set(given);
      for (const helper of helpers) helper.set(given);
    },
    async run(tasks, done) {
      const queue = tasks[Symbol.iterator]();
      let failure: unknown = null;
      const feed = async (helper: Helper): Promise<void> => {
        try {
          for (let next = queue.next(); !next.done; next = queue.next()) {
            done(next.value, await helper.run(next.value));
          }
        } catch (error) {
          failure ??= error;
        }
      };
      const feedAll = (all: readonly Helper[]): Promise<void>[] =>
        all.flatMap((helper) => Array.from({ length: ahead }, () => feed(helper)));
      const feeds = feedAll(helpers);
      for (let next = queue.next(); !next.done && !failure; next = queue.next()) {
        done(next.value, apart(own.run(next.value)));
        ran += 1;
        if (helpers.length === 0 && ran >= alone) feeds.push(...feedAll(callHelp()));
        // The others ask for their next task between two of this thread's.
        await new Promise(setImmediate);
      }
      await Promise.all(feeds);
      if (failure) throw failure;
    },
    async close() {
      await Promise.all(helpers.map((helper) => helper.close()));
    },
  };
}

/** Texts cut out of a file would keep the whole of it in memory; what another thread sends is cut off. */
function apart(result: TaskResult): TaskResult {
  return result.kind === 'read' ? structuredClone(result) : result;
}

type Helper = {
  set(setting: Setting): void;
  run(task: Task): Promise<TaskResult>;
  close(): Promise<unknown>;
};

/** Another thread. Where it fails, so does every task that it was given, and the build with them. */
function createHelper(entry: string): Helper {
  // A thread does not keep compiled code as this one does, unless told by its environment.
  const cache = getCompileCacheDir();
  const env = cache === undefined ? {} : { NODE_COMPILE_CACHE: cache };
  const worker = new Worker(entry, { env });
  let ids = 0;
  let broken: Error | null = null;
  const waiting = new Map<number, { done(result: TaskResult): void; failed(error: Error): void }>();
  worker.on('message', ({ id, result }: FromWorker) => {
    waiting.get(id)?.done(result);
    waiting.delete(id);
  });
  worker.on('error', (error: Error) => {
    broken = error;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const send = (message: ToWorker): void => worker.postMessage(message);
  return {
    set: (setting) => send({ set: setting }),
    run: (task) =>
      new Promise((done, failed) => {
        if (broken) return failed(broken);
        ids += 1;
        waiting.set(ids, { done, failed });
        send({ id: ids, task });
      }),
    close: () => worker.terminate(),
  };
}
