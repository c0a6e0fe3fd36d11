import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Queue } from '#platform/queue';

/** What telling others needs from the rest of the program. */
export type WebhooksDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  queue: Queue;
  /** Seals the signing secrets. */
  secret: string;
  origins: Localized;
  /** Whether endpoints may be on this machine or in a private network, and without encryption. */
  allowPrivate: boolean;
};
