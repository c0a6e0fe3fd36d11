import type { Context } from 'hono';
import type { Clock } from '#platform/clock';
import type { Log } from '#platform/log';
import type { Mail } from '#platform/mail';
import type { Render } from '#web/render.ts';
import type { SessionSettings } from './sign-in/settings.ts';

/** What signing in and access control need from the rest of the program. */
export type StaffDeps = SessionSettings & {
  clock: Clock;
  log: Log;
  mail: Mail;
  render: Render;
  /** Network address of the sender, for rate limits only: never stored. */
  clientAddress(c: Context): string;
};
