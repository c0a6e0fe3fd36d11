import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { isInUse, isServerOf, sendSignal, waitUntilGone } from './process-table.ts';
import { PORT } from './socket-folder.ts';
import { asAccount, errorCode, programEnvironment } from './system.ts';
import type { EmbeddedLog, Profile } from './types.ts';

/** postmaster.pid, as PostgreSQL writes it line by line (its miscadmin.h); the end may be missing. */
export type PidFile = { pid: number; socketFolder: string | undefined };

export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  return pid > 0 ? { pid, socketFolder: lines[4] || undefined } : undefined;
}

/**
 * Arguments of the server. What guards the data and the door is given here, out of reach of
 * postgresql.conf; the rest is left to that file.
 */
export function serverArguments(home: Home, socketFolder: string, profile: Profile): string[] {
  const durable = profile === 'throwaway' ? 'off' : 'on';
  const settings = {
    listen_addresses: '',
    port: String(PORT),
    // A list; quoted, so that a comma or a blank in a folder's name stays part of it.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    // Its databases live for seconds, and its worker would keep one from being dropped.
    ...(profile === 'throwaway' ? { autovacuum: 'off' } : {}),
    // Not /dev/shm: containers give it 64 MB, and systemd empties it when the user logs out.
    dynamic_shared_memory_type: 'mmap',
    logging_collector: 'off',
    log_destination: 'stderr',
    cluster_name: 'tandem',
    ...(profile === 'durable' ? {} : { max_connections: '200' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', home.data, ...flags];
}

/** Whether the living server was started by the same program with the same arguments. */
export async function isStartedAs(
  data: string,
  binaries: Binaries,
  args: string[],
): Promise<boolean> {
  const options = await readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '');
  return options.trimEnd() === [binaries.postgres, ...args.map((arg) => `"${arg}"`)].join(' ');
}

export type Postmaster = {
  pid: number | undefined;
  /** Undefined while it runs; then what it said from its start on. */
  ended(): { tail: string } | undefined;
};

const LARGEST_LOG = 10 * 1024 * 1024;

/**
 * Starts the server and returns at once. It has a session of its own, so that Ctrl-C on the terminal
 * reaches only us, and neither it nor its output keeps our process alive.
 */
export async function spawnPostmaster(
  home: Home,
  binaries: Binaries,
  args: string[],
  logFile: string,
): Promise<Postmaster> {
  const output = await openLog(logFile, home);
  const { size } = await output.stat();
  let ended: { tail: string } | undefined;
  const child = spawn(binaries.postgres, args, {
    cwd: '/',
    detached: true,
    env: programEnvironment,
    stdio: ['ignore', output.fd, output.fd],
    ...asAccount(home.account),
  });
  child.on('error', (error) => {
    ended = { tail: error.message };
  });
  child.on('exit', () => {
    void readTail(logFile, size).then((tail) => (ended = { tail }));
  });
  child.unref();
  await output.close();
  return { pid: child.pid, ended: () => ended };
}

/** The last lines of the server's log, from the position on. */
export async function readTail(logFile: string, from = 0): Promise<string> {
  const bytes = await readFile(logFile).catch(() => Buffer.alloc(0));
  const text = bytes.subarray(Math.max(from, bytes.length - 8192)).toString();
  return text.trim().split('\n').slice(-20).join('\n');
}

async function openLog(logFile: string, home: Home) {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_LOG) await rename(logFile, `${logFile}.1`);
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  try {
    const made = await open(logFile, flags | constants.O_EXCL, 0o600);
    if (home.account) await made.chown(home.account.uid, home.account.gid);
    return made;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return await open(logFile, flags);
  }
}

/**
 * Clears lock files that would keep a server from starting although nobody holds them: their number
 * now belongs to another program, or to a zombie. (PostgreSQL clears those of dead processes itself,
 * and cannot tell one program from another. It looks at the shared memory in any case.)
 */
export async function discardFalseLocks(home: Home, socketFolder: string): Promise<void> {
  const socketLock = join(socketFolder, `.s.PGSQL.${PORT}.lock`);
  for (const path of [join(home.data, 'postmaster.pid'), socketLock]) {
    const judged = await readFile(path, 'utf8').catch(() => undefined);
    const pid = Math.abs(Number.parseInt(judged ?? '', 10));
    if (!(pid > 0) || !isInUse(pid) || (await isServerOf(pid, home.data))) continue;
    // Taken aside and looked at again: a server may have put its own there meanwhile.
    const aside = `${path}.${randomBytes(4).toString('hex')}`;
    try {
      await rename(path, aside);
      if ((await readFile(aside, 'utf8')) !== judged) await link(aside, path);
      await rm(aside);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
    }
  }
}

/**
 * Shuts the data directory's server down and resolves when it is gone. Fast first (transactions are
 * rolled back, everything is written out), at once after a minute (the next start then recovers).
 */
export async function shutDown(data: string, log: EmbeddedLog): Promise<void> {
  const pid = (await readPidFile(data))?.pid;
  if (pid === undefined || !(await isServerOf(pid, data))) return;
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 15_000],
  ] as const) {
    sendSignal(pid, signal);
    if (await waitUntilGone(pid, data, patience)) return;
    log.warn({ pid, signal }, 'the database server did not shut down in time');
  }
}
