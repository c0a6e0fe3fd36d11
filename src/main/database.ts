import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Config } from '#config';
import {
  type ConnectionSettings,
  type Db,
  type EquityDatabase,
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
  /** How the keeper of self-declarations connects: as a role of its own, unless only one was given. */
  equity: ConnectionSettings;
  embedded: boolean;
  close(): Promise<void>;
};

export type DatabaseError =
  | EmbeddedError
  | { kind: 'unreachable'; reason: string }
  | { kind: 'too-old'; version: string }
  /** Self-declarations belong to a role of their own, and none was named. */
  | { kind: 'equity-apart' }
  | { kind: 'equity-unusable'; reason: string };

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
  let equity: ConnectionSettings;
  let stopServer: () => Promise<void> = async () => {};
  if (config.databaseUrl) {
    settings = { connectionString: config.databaseUrl };
    equity = { connectionString: config.equityDatabaseUrl ?? config.databaseUrl };
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
    equity = started.server.apartConnection;
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
    await migrateEquity(equity, log);
  } catch (error) {
    const refusal = equityRefusal(error, config);
    if (refusal) return await fail(refusal);
    await close();
    throw error;
  }
  const embedded = config.databaseUrl === null;
  return { ok: true, database: { db, pool, settings, equity, embedded, close } };
}

/** The schema of self-declarations is brought up to date by the role that owns it. */
async function migrateEquity(settings: ConnectionSettings, log: Log): Promise<void> {
  const { db } = connectDatabase<EquityDatabase>(settings, { log, maxConnections: 1 });
  try {
    await migrate(db, join(projectRoot, 'migrations/equity'), { schema: 'equity' });
  } finally {
    await db.destroy();
  }
}

/** What PostgreSQL says where a role may not enter, or not there. */
const refusals: readonly unknown[] = ['42501', '28P01', '28000', '3D000'];

function equityRefusal(error: unknown, config: Config): DatabaseError | null {
  const { code } = error as { code?: unknown };
  if (config.equityDatabaseUrl) {
    return refusals.includes(code) || isDatabaseOutage(error)
      ? { kind: 'equity-unusable', reason: String(error) }
      : null;
  }
  return config.databaseUrl && code === '42501' ? { kind: 'equity-apart' } : null;
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
