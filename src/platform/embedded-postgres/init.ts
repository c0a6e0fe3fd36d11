import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { errorCode, fileError, run, sayDiskFull, shell, syncFolder } from './system.ts';
import type { EmbeddedError, Profile } from './types.ts';

/**
 * The role that initdb makes: superuser, used by the supervisor alone. The application's role is an
 * ordinary one, as on a server run by somebody else.
 */
export const SUPERUSER = 'tandem_supervisor';

/**
 * Starting values in postgresql.conf, for operators to change there. Sized for a small machine
 * whose memory belongs to others too. No parallel queries and no compiled ones: they speed up
 * analytics, and delay the answers of a site on two processors.
 */
const SETTINGS = {
  shared_buffers: '64MB',
  max_connections: '50',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%a ',
};

const BESIDE = 'data.new-';

/** Whether a database is there. Its absence is not an error; something else in its place is. */
export async function lookForData(
  home: Home,
  binaries: Binaries,
): Promise<'present' | 'absent' | EmbeddedError> {
  let entries: string[];
  try {
    entries = await readdir(home.data);
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'absent' : fileError(error, home.data);
  }
  if (entries.length === 0) return 'absent';
  if (!entries.includes('PG_VERSION')) {
    return { kind: 'data-damaged', path: home.data, detail: 'PG_VERSION is missing' };
  }
  const found = (await readFile(join(home.data, 'PG_VERSION'), 'utf8')).trim();
  const needed = binaries.version.split('.')[0] ?? binaries.version;
  return found === needed ? 'present' : { kind: 'version-mismatch', found, needed };
}

/**
 * Makes the database in a folder beside and renames it into place, so that one half made, by a killed
 * process or on a full disk, is never taken for one. Of several processes at once the first wins.
 *
 * The collation is PostgreSQL's own C.UTF-8: the same on every machine, whatever libraries it has,
 * so that an index never needs rebuilding after an upgrade of the system.
 */
export async function initialise(
  home: Home,
  binaries: Binaries,
  profile: Profile,
): Promise<EmbeddedError | undefined> {
  const beside = join(home.home, `${BESIDE}${randomBytes(4).toString('hex')}`);
  const ran = await run(
    binaries.initdb,
    [
      `--pgdata=${beside}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      // Whoever can enter the socket's folder is trusted; nobody else can reach the server at all.
      '--auth-local=trust',
      '--auth-host=reject',
      '--no-instructions',
      ...(profile === 'throwaway' ? ['--no-sync'] : []),
      ...Object.entries(SETTINGS).map(([name, value]) => `--set=${name}=${value}`),
    ],
    home.account,
  );
  if (ran.code === 0) {
    try {
      // Fails when the place is taken by anything but an empty folder.
      await rename(beside, home.data);
      await syncFolder(home.home);
      return undefined;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
    }
  }
  await shell('rm -rf -- "$1"', [beside], home.account);
  if ((await lookForData(home, binaries)) === 'present') return undefined;
  if (sayDiskFull(ran.output)) return { kind: 'disk-full', path: home.home };
  const said = ran.refused ?? ran.output.trim().split('\n').slice(-20).join('\n');
  return { kind: 'start-failed', logFile: null, tail: said };
}

/** Removes what killed processes left half made. Only for the holder: the database is there. */
export async function removeHalfMade(home: Home): Promise<void> {
  const left = (await readdir(home.home)).filter((name) => name.startsWith(BESIDE));
  for (const name of left) await shell('rm -rf -- "$1"', [join(home.home, name)], home.account);
}
