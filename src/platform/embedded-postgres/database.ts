import { DatabaseError, type Client } from 'pg';
import { connect } from './connect.ts';
import { PORT } from './socket-folder.ts';
import type { EmbeddedConnection } from './types.ts';

const NAME = 'tandem';

/** How the application connects: as an ordinary role that owns its database. */
export function connectionOf(socketFolder: string): EmbeddedConnection {
  return { host: socketFolder, port: PORT, user: NAME, database: NAME, ssl: false };
}

/**
 * Makes the application's role and database when missing, and tells whether the database holds no
 * table yet.
 *
 * The role may create databases (tests copy templates) and is no superuser, so that nothing works
 * here that would fail on an operator's own server. Its failed statements stay out of the server's
 * log, because their text holds what people typed; the application is told of each anyway.
 */
export async function prepareDatabase(socketFolder: string): Promise<boolean> {
  await using(await connect(socketFolder, 'postgres', 'tandem start'), async (client) => {
    await unlessFound(
      client,
      'select from pg_roles where rolname = $1',
      // Sent as one, these are one transaction.
      `create role ${NAME} login createdb;
       alter role ${NAME} set log_min_messages = 'log';
       alter role ${NAME} set log_min_error_statement = 'panic'`,
    );
    await unlessFound(
      client,
      'select from pg_database where datname = $1',
      `create database ${NAME} owner ${NAME}`,
    );
  });
  return await using(await connect(socketFolder, NAME, 'tandem start'), async (client) => {
    const { rows } = await client.query<{ empty: boolean }>(
      `select not exists (
         select from pg_class join pg_namespace as space on space.oid = relnamespace
          where relkind in ('r', 'p') and nspname !~ '^pg_' and nspname <> 'information_schema'
       ) as empty`,
    );
    return rows[0]?.empty === true;
  });
}

async function using<T>(client: Client, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Runs the statement when the look finds nothing. Another process may do the same meanwhile. */
async function unlessFound(client: Client, look: string, statement: string): Promise<void> {
  const { rowCount } = await client.query(look, [NAME]);
  if (rowCount) return;
  try {
    await client.query(statement);
  } catch (error) {
    // Duplicate role, duplicate database, or either caught by a unique index.
    const code = error instanceof DatabaseError ? error.code : undefined;
    if (!['42710', '42P04', '23505'].includes(code ?? '')) throw error;
  }
}
