import { openDatabase } from '#main/database.ts';
import { localOrigin } from '#main/local-origin.ts';
import { readOrMakeSecret } from '#main/secret.ts';
import { createSignInLink } from '#hiring/staff';
import { type Clock, systemClock } from '#platform/clock';
import type { Db } from '#platform/database';
import { type Ids, randomIds } from '#platform/ids';
import { createLog } from '#platform/log';
import { type CommandContext, readConfig } from './context.ts';
import { sayStartError } from './say-error.ts';

/** What commands other than `start` work with. */
export type CommandTools = {
  db: Db;
  clock: Clock;
  ids: Ids;
  signInLink(email: string): ReturnType<typeof createSignInLink>;
};

/**
 * Runs a command on the database: that of the Tandem that is running, or started for the moment.
 * Answers the command's exit code, or 1 after saying why there was no database.
 */
export async function withServices(
  context: CommandContext,
  run: (tools: CommandTools) => Promise<number>,
): Promise<number> {
  const config = readConfig(context);
  if (!config) return 2;
  const opened = await openDatabase(config, {
    purpose: 'command',
    holder: `pid ${process.pid}, tandem ${context.args.join(' ')}`,
    log: createLog('error'),
    onProgress: () => {},
  });
  if (!opened.ok) {
    sayStartError(context, opened.error);
    return 1;
  }
  const { db, close } = opened.database;
  try {
    const local = localOrigin(config.host, config.port);
    const settings = {
      db,
      ids: randomIds,
      secret: await readOrMakeSecret(config.secret, config.dataFolder),
      origins: config.origins ?? { en: local, fr: local },
      sessionHours: config.sessionHours,
    };
    return await run({
      db,
      clock: systemClock,
      ids: randomIds,
      signInLink: (email) => createSignInLink(settings, email),
    });
  } finally {
    await close();
  }
}
