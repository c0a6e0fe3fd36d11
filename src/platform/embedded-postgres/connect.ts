import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import type { Home } from './home.ts';
import { SUPERUSER } from './init.ts';
import { isServerOf } from './process-table.ts';
import { readPidFile } from './postmaster.ts';
import { PORT } from './socket-folder.ts';
import { errorCode } from './system.ts';

/**
 * What is found where the data directory's server should be. `dead`: no server, or only the trace of
 * one. `busy`: it lives, and cannot serve yet (starting, recovering, shutting down) or does not answer.
 */
export type Sight =
  | { kind: 'dead' }
  | { kind: 'busy'; pid: number }
  | { kind: 'ready'; pid: number; socketFolder: string; version: string; client: Client };

/**
 * Looks for the living server. The socket is asked before the process table: it answers across
 * containers that share the folder, whose process numbers mean nothing to each other.
 */
export async function look(home: Home, applicationName: string): Promise<Sight> {
  const file = await readPidFile(home.data);
  if (!file) return { kind: 'dead' };
  const { pid } = file;
  // In another container the folder may have another name, so the usual place is asked as well.
  const usual = join(home.home, 'run');
  const folders = new Set([file.socketFolder ?? usual, usual]);
  for (const socketFolder of folders) {
    try {
      const client = await connect(socketFolder, 'postgres', applicationName);
      const { data, version } = await ask(client);
      // A socket folder in the temporary folder may have passed to another server.
      if (socketFolder === usual || (await areSame(data, home.data))) {
        return { kind: 'ready', pid, socketFolder, version, client };
      }
      await client.end();
    } catch (error) {
      // 57P03: cannot connect now. The server said so itself, so it lives.
      if (error instanceof DatabaseError && error.code === '57P03') return { kind: 'busy', pid };
      if (!isOutage(error)) throw error;
    }
  }
  return (await isServerOf(pid, home.data)) ? { kind: 'busy', pid } : { kind: 'dead' };
}

/** Connects as the superuser. Rejects when the server does not answer within three seconds. */
export async function connect(
  socketFolder: string,
  database: string,
  applicationName: string,
): Promise<Client> {
  const client = new Client({
    host: socketFolder,
    port: PORT,
    user: SUPERUSER,
    database,
    ssl: false,
    application_name: applicationName,
    connectionTimeoutMillis: 3000,
  });
  // Without a listener, a connection that breaks later would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Whether the open connection keeps the process alive. pg has this, and its types do not know. */
export function keepAlive(client: Client, keep: boolean): void {
  const name = keep ? 'ref' : 'unref';
  const method: unknown = Reflect.get(client, name);
  if (typeof method === 'function') Reflect.apply(method, client, []);
}

async function ask(client: Client): Promise<{ data: string; version: string }> {
  const { rows } = await client.query<{ data: string; version: string }>(
    `select current_setting('data_directory') as data, current_setting('server_version') as version`,
  );
  return rows[0] ?? { data: '', version: '' };
}

/** Compares the folders themselves: one may go by several names. */
async function areSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one).catch(() => undefined), stat(other)]);
  return a?.dev === b.dev && a.ino === b.ino;
}

/**
 * Whether the failure means that the server is away, going away or out of connections (as opposed to
 * a mistake of ours): SQLSTATE classes 08 and 57P, 53300, or a broken socket.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(08|57P|53300)/.test(error.code ?? '');
  if (errorCode(error) !== undefined) return true;
  return error instanceof Error && /connection|timeout/i.test(error.message);
}

export function isDiskFull(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '53100';
}
