import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Home } from './home.ts';
import { run, sayDiskFull, shell } from './system.ts';
import type { EmbeddedError, Outcome } from './types.ts';

/** The port is only part of the socket's name; the server listens on no network address. */
export const PORT = 5432;

/** The longest path of a Unix socket is 103 bytes on macOS, 107 on Linux. */
const LONGEST_SOCKET = 100;

const TEMPORARY = 'tandem-socket-';

/**
 * Picks the folder for the server's socket: `<home>/run`, or one with a random name in the temporary
 * folder when that is too long for a socket. Made by `ensureSocketFolder`.
 */
export async function chooseSocketFolder(home: Home): Promise<Outcome<{ socketFolder: string }>> {
  const inside = join(home.home, 'run');
  let error: EmbeddedError | undefined;
  for (const folder of [inside, temporary(tmpdir()), temporary('/tmp')]) {
    if (Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) > LONGEST_SOCKET) continue;
    error = await ensureSocketFolder(home, folder);
    if (!error) return { ok: true, socketFolder: folder };
    if (error.kind === 'disk-full') break;
  }
  return {
    ok: false,
    error: error ?? { kind: 'not-writable', path: tmpdir(), code: 'ENAMETOOLONG' },
  };
}

function temporary(place: string): string {
  return join(place, `${TEMPORARY}${randomBytes(8).toString('hex')}`);
}

/**
 * Makes the folder, closed to everybody but the server's account (and root): that is what allows
 * connections without a password. Made by the account itself, because root making something in a
 * folder of somebody else's could be led elsewhere by a link.
 */
export async function ensureSocketFolder(
  home: Home,
  folder: string,
): Promise<EmbeddedError | undefined> {
  const script = 'mkdir -p -m 700 -- "$1" && test -O "$1" && chmod 700 -- "$1"';
  const made = await run('/bin/sh', ['-c', script, 'sh', folder], home.account);
  if (made.code === 0) return undefined;
  if (sayDiskFull(made.output)) return { kind: 'disk-full', path: folder };
  return { kind: 'not-writable', path: folder, code: 'EACCES' };
}

/** Removes a folder made in the temporary folder, with what a killed server left; `run` stays. */
export async function removeSocketFolder(home: Home, folder: string): Promise<void> {
  if (!folder.includes(`/${TEMPORARY}`)) return;
  await shell(`rm -f -- "$1"/.s.PGSQL.${PORT}*; rmdir -- "$1"`, [folder], home.account);
}
