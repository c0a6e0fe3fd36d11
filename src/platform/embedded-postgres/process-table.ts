import { readdir, readFile, stat } from 'node:fs/promises';
import { errorCode, pause, run } from './system.ts';

/**
 * Whether the process exists and runs. A zombie does not: where nobody reaps (a container whose first
 * process is not an init), a server that ended stays one for ever.
 */
export async function isAlive(pid: number): Promise<boolean> {
  return isInUse(pid) && (await describe(pid)) !== undefined;
}

/** Whether the number is given to any process, a zombie included. */
export function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists and belongs to somebody else.
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Whether the process is a PostgreSQL server process working in the data directory, rather than some
 * program that was given the same number later.
 */
export async function isServerOf(pid: number, data: string): Promise<boolean> {
  const found = await describe(pid);
  if (found?.program !== 'postgres') return false;
  if (found.folder === undefined) return found.command.includes(data);
  const [theirs, ours] = await Promise.all([identity(found.folder), identity(data)]);
  return theirs !== undefined && theirs === ours;
}

/** Sends the signal, unless the process has ended by itself meanwhile. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Resolves to true once no such server process is left, to false after the time. */
export async function waitUntilGone(
  pid: number,
  data: string,
  milliseconds: number,
): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (await isServerOf(pid, data)) {
    if (performance.now() > end) return false;
    await pause(20);
  }
  return true;
}

/**
 * Server processes of the data directory whose postmaster is gone, such as one busy with a long
 * query: until it ends, no new server can start. Known on Linux only; empty elsewhere.
 */
export async function listOrphans(data: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const orphans: number[] = [];
  for (const pid of names.filter((name) => /^\d+$/.test(name)).map(Number)) {
    if (!(await isServerOf(pid, data))) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    // The children change their title; this one is a postmaster, so the others are its own.
    if (!command.startsWith('postgres: ')) return [];
    orphans.push(pid);
  }
  return orphans;
}

type Description = {
  program: string;
  command: string;
  /** Path that leads to its working directory, where the system offers one. */
  folder: string | undefined;
};

/** Undefined when there is no such process, or only its zombie. */
async function describe(pid: number): Promise<Description | undefined> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const parts = /^\d+ \((.*)\) (\S)/s.exec(text);
    if (!parts || parts[2] === 'Z' || parts[2] === 'X') return undefined;
    return { program: parts[1] ?? '', command: '', folder: `/proc/${pid}/cwd` };
  }
  const { output } = await run('ps', ['-o', 'stat=,command=', '-p', String(pid)], undefined);
  const parts = /^\s*(\S+)\s+((\S+).*)/.exec(output);
  if (!parts || parts[1]?.startsWith('Z')) return undefined;
  return {
    program: parts[3]?.split('/').at(-1) ?? '',
    command: parts[2] ?? '',
    folder: undefined,
  };
}

async function identity(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && `${found.dev}:${found.ino}`;
}
