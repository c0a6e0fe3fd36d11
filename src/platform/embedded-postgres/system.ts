import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { EmbeddedError } from './types.ts';

/** An account of this machine that a program is run as. */
export type Account = { uid: number; gid: number; name: string };

export type Ran = {
  /** Exit code, or null when it was ended by a signal or never began. */
  code: number | null;
  /** Standard output and error, in order of arrival. */
  output: string;
  /** System error code when the program could not be started at all. */
  refused: string | null;
};

/**
 * The whole environment of every program run here. None of ours is passed on: PG* variables would
 * change what the server does, and a locale of the machine the language of its messages, which
 * are recognised by their English text.
 */
export const programEnvironment = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
};

/** Fields for `spawn` that make the program run as the account. Undefined: as we are. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Runs a program to its end as the account, in `/` (our own folder may be closed to it). */
export function run(file: string, args: string[], account: Account | undefined): Promise<Ran> {
  return new Promise((resolve) => {
    let output = '';
    const refuse = (error: unknown) => {
      resolve({ code: null, output, refused: errorCode(error) ?? String(error) });
    };
    try {
      const child = spawn(file, args, {
        cwd: '/',
        env: programEnvironment,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...asAccount(account),
      });
      const collect = (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-16_384);
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.on('error', refuse);
      child.on('close', (code) => resolve({ code, output, refused: null }));
    } catch (error) {
      // Some refusals (EPERM: not allowed to become the account) are thrown, others are an event.
      refuse(error);
    }
  });
}

/** Runs a shell script as the account; `args` are its "$1", "$2" ... True when it exits with 0. */
export async function shell(
  script: string,
  args: string[],
  account: Account | undefined,
): Promise<boolean> {
  const ran = await run('/bin/sh', ['-c', script, 'sh', ...args], account);
  return ran.code === 0;
}

/** Makes a new entry of the folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The code of a system error, or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

/** What a failed file operation means to the operator. Anything but a system error is thrown on. */
export function fileError(error: unknown, path: string): EmbeddedError {
  const code = errorCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full', path };
  return { kind: 'not-writable', path, code };
}

export function sayDiskFull(text: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(text);
}

/** Accounts as the machine's /etc/passwd lists them; empty where there is no such file. */
export async function listAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    // Negative ids (macOS's nobody is -2) wrap around as the kernel sees them.
    return name && /^-?\d+$/.test(uid ?? '') && /^-?\d+$/.test(gid ?? '')
      ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]
      : [];
  });
}

export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * Waits, keeping the process alive meanwhile: without that, Node would exit in the middle of a start
 * or a stop that is awaited. Ends early when the signal says so.
 */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}
