import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool } from 'pg';
import type { Log } from '#platform/log';
import type { Database } from './schema.ts';
import type { EquityDatabase } from './schema-equity.ts';

/** Where PostgreSQL is: a URL, or the socket folder of the embedded server. */
export type ConnectionSettings =
  | { connectionString: string }
  | { host: string; port: number; user: string; database: string };

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;
/** The schema `equity`, through a connection of its own. */
export type EquityDb = Kysely<EquityDatabase>;
export type EquityTx = Transaction<EquityDatabase>;

/**
 * Opens a pool on the database. Connections are made when first needed, so a database that is down
 * makes queries fail (see {@link isDatabaseOutage}), never this call.
 */
export function connectDatabase<Tables = Database>(
  settings: ConnectionSettings,
  options: { log: Log; maxConnections?: number },
): { db: Kysely<Tables>; pool: Pool } {
  const pool = new Pool({
    ...settings,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5000,
    // Above any honest query of ours, below a person's patience.
    statement_timeout: 30_000,
    application_name: 'tandem',
  });
  // An idle connection that breaks reports here; without a listener it would end the process.
  // A connection in use that breaks has no listener of the pool's: it gets one of its own, and the
  // query under way still fails as it should.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) =>
    options.log.warn({ reason: error.message }, 'database connection lost'),
  );
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

const outageCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * True where an exception means that the database cannot be reached or cannot write (stopped,
 * starting, out of disk), as opposed to a mistake of ours: the answer is then 503, not 500.
 * SQLSTATE classes: 08 connection, 53 resources, 57P shutdown, 58 system (PostgreSQL, appendix A).
 */
export function isDatabaseOutage(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseOutage);
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') {
    // ENOENT of a connection: the socket of a stopped server. Of a file it is none of ours.
    const { syscall } = error as { syscall?: unknown };
    if (code === 'ENOENT') return syscall === 'connect';
    if (outageCodes.has(code) || code === '25006' || /^(08|53|57P|58)/.test(code)) return true;
  }
  return /Connection terminated|not queryable|timeout exceeded when trying to connect|Cannot use a pool after/.test(
    error.message,
  );
}
