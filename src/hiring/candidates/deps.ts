import type { Context } from 'hono';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Mail } from '#platform/mail';
import type { Render } from '#web/render.ts';

/** What making private links needs from the rest of the program. */
export type PrivateLinksDeps = {
  clock: Clock;
  ids: Ids;
  mail: Mail;
  origins: Localized;
  /** Name of whoever hires, for e-mails. */
  organization(): Localized;
};

/** What signing in needs besides. */
export type CandidatesDeps = PrivateLinksDeps & {
  db: Db;
  log: Log;
  render: Render;
  /** The application's secret; forms are signed with a key made from it. */
  secret: string;
  /** Network address of the sender, for rate limits only: never stored. */
  clientAddress(c: Context): string;
};
