import { type DatabaseStep, openDatabase } from '#main/database.ts';
import { localOrigin } from '#main/local-origin.ts';
import { readOrMakeSecret } from '#main/secret.ts';
import type { Config } from '#config';
import { createSignInLink } from '#hiring/staff';
import { type Clock, systemClock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import { type Ids, randomIds } from '#platform/ids';
import { type Log, createLog } from '#platform/log';
import { type CommandContext, readConfig } from './context.ts';
import { sayStartError } from './say-error.ts';

/** What commands other than `start` work with. */
export type CommandTools = {
  config: Config;
  log: Log;
  /** Where the site is, or will be once it is started. */
  origins: Localized;
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
  /** Told of each step of getting at the database; by default nobody is. */
  { onProgress = () => {} }: { onProgress?(step: DatabaseStep): void } = {},
): Promise<number> {
  const config = readConfig(context);
  if (!config) return 2;
  const log = createLog('error');
  const opened = await openDatabase(config, {
    purpose: 'command',
    holder: `pid ${process.pid}, tandem ${context.args.join(' ')}`,
    log,
    onProgress,
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
      config,
      log,
      origins: settings.origins,
      db,
      clock: systemClock,
      ids: randomIds,
      signInLink: (email) => createSignInLink(settings, email),
    });
  } finally {
    await close();
  }
}
