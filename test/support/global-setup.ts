import { join } from 'node:path';
import { connectDatabase, migrate } from '#platform/database';
import { startThrowawayPostgres } from '#platform/embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; apartUser: string; template: string };
  }
}

const silent = { info() {}, warn() {}, error() {} };

/** One PostgreSQL for all tests, with a migrated database to copy: see `database.ts`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await startThrowawayPostgres({ fsync: false });
  if (!started.ok) throw new Error(`PostgreSQL for tests: ${JSON.stringify(started.error)}`);
  const { connection, apartConnection, stop } = started.server;
  const { db } = connectDatabase(connection, { log: silent, maxConnections: 1 });
  await migrate(db, join(import.meta.dirname, '../../migrations'));
  await db.destroy();
  const equity = connectDatabase(apartConnection, { log: silent, maxConnections: 1 }).db;
  await migrate(equity, join(import.meta.dirname, '../../migrations/equity'), { schema: 'equity' });
  await equity.destroy();
  const { host, port, user, database } = connection;
  project.provide('postgres', {
    host,
    port,
    user,
    apartUser: apartConnection.user,
    template: database,
  });
  return stop;
}
