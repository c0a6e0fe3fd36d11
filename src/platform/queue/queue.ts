import { PgBoss, fromKysely } from 'pg-boss';
import type { ConnectionSettings, Tx } from '#platform/database';
import type { Log } from '#platform/log';

/** A kind of background work: its name and how stubbornly it is retried. */
export type Task<Payload extends object> = {
  name: string;
  retryLimit: number;
  /** First wait in seconds; doubled at each further try. */
  retryDelay: number;
  /** How many are handled at the same time; 1 where the order matters. */
  atOnce: number;
  /** Never set: carries the payload's type. Payloads hold ids, not personal data. */
  payload?: Payload;
};

/** Background tasks, kept in PostgreSQL: what is enqueued in a transaction is there if it commits. */
export type Queue = {
  /** Adds a task in the caller's transaction: nothing is sent of what was rolled back. */
  enqueue<P extends object>(
    tx: Tx,
    task: Task<P>,
    payload: P,
    /** `urgent` goes before all that waits: somebody is waiting for it. */
    options?: { urgent?: boolean },
  ): Promise<void>;
  /** Declares the queue and handles its tasks. A handler that throws is tried again later. */
  work<P extends object>(task: Task<P>, handler: (payload: P) => Promise<void>): Promise<void>;
  /**
   * Has a task enqueued by the clock, from its declaration by `work` on: `cron` in five fields, UTC.
   * Several processes enqueue it once.
   */
  repeat<P extends object>(task: Task<P>, cron: string, payload: P): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts pg-boss on the same database, in its own schema `pgboss`.
 * Database outages are logged and survived: workers go on once it is back.
 */
export async function startQueue(settings: ConnectionSettings, log: Log): Promise<Queue> {
  const boss = new PgBoss({ ...settings, application_name: 'tandem tasks', max: 3 });
  boss.on('error', (error) => log.warn({ reason: error.message }, 'background tasks interrupted'));
  await boss.start();
  const declared = new Set<string>();
  return {
    async enqueue(tx, task, payload, { urgent = false } = {}) {
      await boss.send(task.name, payload, {
        db: fromKysely(tx),
        retryLimit: task.retryLimit,
        retryDelay: task.retryDelay,
        retryBackoff: true,
        priority: urgent ? 10 : 0,
      });
    },
    async work<P extends object>(task: Task<P>, handler: (payload: P) => Promise<void>) {
      if (!declared.has(task.name)) {
        await boss.createQueue(task.name);
        declared.add(task.name);
      }
      const options = {
        pollingIntervalSeconds: 1,
        batchSize: task.atOnce,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const;
      await boss.work<P>(task.name, options, (jobs) =>
        Promise.all(
          jobs.map(async ({ id, data }) => {
            try {
              await handler(data);
              return { id, status: 'completed' as const };
            } catch (error) {
              return { id, status: 'failed' as const, output: { code: codeOf(error) } };
            }
          }),
        ),
      );
    },
    async repeat(task, cron, payload) {
      await boss.schedule(task.name, cron, payload, {
        tz: 'UTC',
        retryLimit: task.retryLimit,
        retryDelay: task.retryDelay,
        retryBackoff: true,
      });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}

/**
 * What is kept of a failure beside the task: its code. Texts of errors name people (an SMTP server
 * repeats the address that it refused), and this table is nobody's file on a person.
 */
function codeOf(error: unknown): string {
  const { code, responseCode, name } = error as Record<string, string | number | undefined>;
  return String(responseCode ?? code ?? name ?? 'unknown');
}
