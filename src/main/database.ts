import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Config } from '#config';
import {
  type ConnectionSettings,
  type Db,
  connectDatabase,
  isDatabaseOutage,
  migrate,
} from '#platform/database';
import {
  type EmbeddedError,
  type EmbeddedStep,
  startEmbeddedPostgres,
} from '#platform/embedded-postgres';
import type { Log } from '#platform/log';
import { projectRoot } from './project-root.ts';

export type OpenDatabase = {
  db: Db;
  pool: Pool;
  settings: ConnectionSettings;
  embedded: boolean;
  close(): Promise<void>;
};

export type DatabaseError =
  | EmbeddedError
  | { kind: 'unreachable'; reason: string }
  | { kind: 'too-old'; version: string };

export type DatabaseStep = EmbeddedStep | 'connecting' | 'migrating';

/** Oldest PostgreSQL whose features the SQL of this program keeps to. */
const oldestVersion = 150_000;

/**
 * Gives a migrated database: the embedded server of the data folder, or the one of DATABASE_URL,
 * which is waited for half a minute since containers rarely start in order.
 */
export async function openDatabase(
  config: Config,
  options: {
    purpose: 'serve' | 'command';
    holder: string;
    log: Log;
    onProgress(step: DatabaseStep): void;
    onLost?(): void;
  },
): Promise<{ ok: true; database: OpenDatabase } | { ok: false; error: DatabaseError }> {
  const { log, onProgress } = options;
  let settings: ConnectionSettings;
  let stopServer: () => Promise<void> = async () => {};
  if (config.databaseUrl) {
    settings = { connectionString: config.databaseUrl };
  } else {
    const started = await startEmbeddedPostgres({
      dataFolder: config.dataFolder,
      purpose: options.purpose,
      holder: options.holder,
      log,
      onProgress,
      onChange: (change) => {
        if (change.kind === 'lost') options.onLost?.();
      },
    });
    if (!started.ok) return started;
    settings = started.server.connection;
    stopServer = () => started.server.stop();
  }

  const { db, pool } = connectDatabase(settings, { log });
  const close = async (): Promise<void> => {
    await db.destroy();
    await stopServer();
  };
  const fail = async (error: DatabaseError) => {
    await close();
    return { ok: false as const, error };
  };
  onProgress('connecting');
  const version = await waitForVersion(db);
  if (typeof version !== 'number') return fail({ kind: 'unreachable', reason: version.reason });
  if (version < oldestVersion) {
    return fail({ kind: 'too-old', version: String(Math.floor(version / 10_000)) });
  }
  onProgress('migrating');
  try {
    await migrate(db, join(projectRoot, 'migrations'));
  } catch (error) {
    await close();
    throw error;
  }
  const embedded = config.databaseUrl === null;
  return { ok: true, database: { db, pool, settings, embedded, close } };
}

async function waitForVersion(db: Db): Promise<number | { reason: string }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await sql<{ version: number }>`
        select current_setting('server_version_num')::int as version`.execute(db);
      return rows[0]?.version ?? 0;
    } catch (error) {
      // A wrong password or database name will not mend itself; a server that starts will.
      if (attempt >= 30 || !isDatabaseOutage(error)) return { reason: String(error) };
      await sleep(1000);
    }
  }
}
