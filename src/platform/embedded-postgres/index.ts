import { startWithProfile } from './supervisor.ts';
import type { Embedded, EmbeddedOptions, Outcome } from './types.ts';

export { startThrowawayPostgres, type Throwaway } from './throwaway.ts';
export type {
  Embedded,
  EmbeddedChange,
  EmbeddedConnection,
  EmbeddedError,
  EmbeddedLog,
  EmbeddedOptions,
  EmbeddedStep,
} from './types.ts';

/**
 * Gives the PostgreSQL of a data folder: made when there is none yet, started when none runs, taken
 * as found when one does. It is reached through a Unix socket that only this account (and root) can
 * reach, with no network address and no password.
 *
 * As `serve`, this process holds the folder until it ends; a second one is refused with
 * `held-by-another`. A server that dies is brought back until `stop()`. A process that is killed
 * leaves the server running for the next one to take. As `command`, the server is shared with
 * whoever serves or commands, and the last to leave shuts it down.
 *
 * @throws only on bugs and on outages that have no name in `EmbeddedError`
 */
export async function startEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Outcome<{ server: Embedded }>> {
  return startWithProfile({ ...options, profile: 'durable' });
}
