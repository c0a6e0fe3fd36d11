import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { inject } from 'vitest';
import { type ConnectionSettings, type Db, connectDatabase } from '#platform/database';

export type TestDatabase = {
  db: Db;
  pool: Pool;
  settings: ConnectionSettings;
  /** For the role that owns the schema of self-declarations. */
  equity: ConnectionSettings;
  /** Settings with which a program of its own works on it. */
  env: { DATABASE_URL: string; TANDEM_EQUITY_DATABASE_URL: string };
  /** Its address for a role. */
  addressFor(role: string): string;
  drop(): Promise<void>;
};

const silent = { info() {}, warn() {}, error() {} };

/** A database of one's own, copied from the migrated template in about a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { host, port, user, apartUser, template } = inject('postgres');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new Client({ host, port, user, database: 'postgres' });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${database} template ${template}`);
  const settings = { host, port, user, database };
  const { db, pool } = connectDatabase(settings, { log: silent, maxConnections: 5 });
  const addressFor = (role: string): string =>
    `postgres://${role}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  return {
    db,
    pool,
    addressFor,
    env: { DATABASE_URL: addressFor(user), TANDEM_EQUITY_DATABASE_URL: addressFor(apartUser) },
    settings,
    equity: { ...settings, user: apartUser },
    drop: async () => {
      await db.destroy();
      await admin(`drop database ${database} with (force)`);
    },
  };
}
