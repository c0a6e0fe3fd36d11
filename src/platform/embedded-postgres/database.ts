import { DatabaseError, type Client } from 'pg';
import { connect } from './connect.ts';
import { PORT } from './socket-folder.ts';
import type { EmbeddedConnection } from './types.ts';

const NAME = 'tandem';

/**
 * A second role, and the one schema that it owns in the application's database. The application's
 * role is granted nothing there, and this one nothing elsewhere: what must not be reachable from a
 * query of the application is kept in it.
 */
const APART = { role: 'tandem_equity', schema: 'equity' };

/** How the application connects: as an ordinary role that owns its database. */
export function connectionOf(socketFolder: string): EmbeddedConnection {
  return { host: socketFolder, port: PORT, user: NAME, database: NAME, ssl: false };
}

/** How the keeper of the schema apart connects. */
export function apartConnectionOf(socketFolder: string): EmbeddedConnection {
  return { ...connectionOf(socketFolder), user: APART.role };
}

/**
 * Makes the roles, the application's database and the schema apart when missing, and tells whether
 * the database holds no table yet.
 *
 * The application's role may create databases (tests copy templates) and is no superuser, so that nothing works
 * here that would fail on an operator's own server. Its failed statements stay out of the server's
 * log, because their text holds what people typed; the application is told of each anyway.
 */
export async function prepareDatabase(socketFolder: string): Promise<boolean> {
  await using(await connect(socketFolder, 'postgres', 'tandem start'), async (client) => {
    for (const [role, right] of [
      [NAME, 'createdb'],
      [APART.role, 'nocreatedb'],
    ] as const) {
      await unlessFound(
        client,
        'select from pg_roles where rolname = $1',
        role,
        // Sent as one, these are one transaction.
        `create role ${role} login ${right};
         alter role ${role} set log_min_messages = 'log';
         alter role ${role} set log_min_error_statement = 'panic'`,
      );
    }
    await unlessFound(
      client,
      'select from pg_database where datname = $1',
      NAME,
      `create database ${NAME} owner ${NAME}`,
    );
  });
  return await using(await connect(socketFolder, NAME, 'tandem start'), async (client) => {
    await unlessFound(
      client,
      'select from pg_namespace where nspname = $1',
      APART.schema,
      `create schema ${APART.schema} authorization ${APART.role}`,
    );
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
async function unlessFound(
  client: Client,
  look: string,
  name: string,
  statement: string,
): Promise<void> {
  const { rowCount } = await client.query(look, [name]);
  if (rowCount) return;
  try {
    await client.query(statement);
  } catch (error) {
    // Duplicate role, database or schema, or one of them caught by a unique index.
    const code = error instanceof DatabaseError ? error.code : undefined;
    if (!['42710', '42P04', '42P06', '23505'].includes(code ?? '')) throw error;
  }
}
