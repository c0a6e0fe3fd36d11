import type { Context } from 'hono';
import type { Postings } from '#hiring/postings';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Mail } from '#platform/mail';
import type { Queue } from '#platform/queue';

/** What job alerts need from the rest of the program. */
export type JobAlertsDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  mail: Mail;
  queue: Queue;
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  closingSoonDays: number;
  origins: Localized;
  secret: string;
};

/** What their pages need besides. */
export type AlertRequests = {
  /** Network address of the sender, for rate limits only: never stored. */
  clientAddress(c: Context): string;
};
