import {
  access,
  chmod,
  chown,
  constants,
  lstat,
  mkdir,
  mkdtemp,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  type Account,
  errorCode,
  fileError,
  isRoot,
  listAccounts,
  run,
  shell,
  syncFolder,
} from './system.ts';
import type { EmbeddedError, Outcome } from './types.ts';

/** Where the database of a data folder lives, and as whom its server runs. */
export type Home = {
  /** Absolute, links resolved. */
  dataFolder: string;
  /** `<dataFolder>/postgres`, links resolved: private to `account`, holds everything below. */
  home: string;
  /** PostgreSQL's own data directory. */
  data: string;
  /** Undefined: as the account of this process. Always set when this process is root's. */
  account: Account | undefined;
};

/** Root keeps databases here when the server's account cannot reach the data folder. */
const EXTERNAL = '/var/lib/tandem';

/**
 * Makes `<dataFolder>/postgres`, or takes it as found. Run as root, the server needs an unprivileged
 * account: the owner of the files that exist, else the owner of the data folder, else `tandem`,
 * `postgres` or `nobody`, the first that this machine knows. Where that account cannot reach the data
 * folder (below /root, say), the database goes to a folder of its own in /var/lib/tandem and
 * `<dataFolder>/postgres` is a link to it; no permission of an existing folder is ever changed.
 */
export async function prepareHome(wanted: string): Promise<Outcome<{ home: Home }>> {
  let dataFolder = resolve(wanted);
  try {
    // Root's stays open to passing through, so that the database can live inside.
    await mkdir(dataFolder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    dataFolder = await realpath(dataFolder);
    await access(dataFolder, constants.W_OK | constants.X_OK);
  } catch (error) {
    return { ok: false, error: fileError(error, dataFolder) };
  }
  const path = join(dataFolder, 'postgres');
  const entry = await lstat(path).catch(() => undefined);
  const chosen = await chooseAccount(dataFolder, entry ? path : dataFolder);
  if (!chosen.ok) return chosen;
  const { account } = chosen;
  if (!entry) {
    try {
      await makeHome(dataFolder, path, account);
    } catch (error) {
      return { ok: false, error: fileError(error, path) };
    }
  }
  const problem = await checkHome(path, account);
  if (problem) return { ok: false, error: problem };
  const home = await realpath(path);
  return { ok: true, home: { dataFolder, home, data: join(home, 'data'), account } };
}

/** @param owned the path whose owner is preferred */
async function chooseAccount(
  dataFolder: string,
  owned: string,
): Promise<Outcome<{ account: Account | undefined }>> {
  if (!isRoot()) return { ok: true, account: undefined };
  const accounts = await listAccounts();
  const named = (name: string) => accounts.find((account) => account.name === name);
  const owner = await stat(owned).catch(() => undefined);
  const exists = owned !== dataFolder;
  let account = accounts.find(({ uid }) => uid !== 0 && uid === owner?.uid);
  if (!account && exists && owner && owner.uid !== 0) {
    // initdb wants a name for its account, but is already done here; the server does not.
    account = { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  }
  account ??= named('tandem') ?? named('postgres') ?? named('nobody');
  account ??= { uid: 65_534, gid: 65_534, name: 'nobody' };
  const tried = await run('/bin/sh', ['-c', ':'], account);
  if (tried.refused)
    return { ok: false, error: { kind: 'cannot-leave-root', code: tried.refused } };
  return { ok: true, account };
}

/** Atomic: of several processes at once, one makes it and the others find it made. */
async function makeHome(
  dataFolder: string,
  path: string,
  account: Account | undefined,
): Promise<void> {
  if (account && !(await shell('cd -- "$1"', [dataFolder], account))) {
    await makeExternalHome(path, account);
  } else {
    const beside = await mkdtemp(join(dataFolder, '.postgres-'));
    if (account) await chown(beside, account.uid, account.gid);
    await rename(beside, path).catch(async (error: unknown) => {
      await rmdir(beside);
      if (!isTaken(error)) throw error;
    });
  }
  await syncFolder(dataFolder);
  await syncFolder(dirname(dataFolder)).catch(() => undefined);
}

async function makeExternalHome(path: string, account: Account): Promise<void> {
  const made = await mkdir(EXTERNAL, { recursive: true, mode: 0o755 });
  if (made !== undefined) await chmod(EXTERNAL, 0o755);
  const external = await mkdtemp(join(EXTERNAL, 'database-'));
  // For whoever finds it and wonders; written before the folder is the account's.
  await writeFile(join(external, 'belongs-to.txt'), `${path}\n`);
  await chown(external, account.uid, account.gid);
  await syncFolder(EXTERNAL);
  await symlink(external, path).catch(async (error: unknown) => {
    await rm(external, { recursive: true });
    if (!isTaken(error)) throw error;
  });
}

function isTaken(error: unknown): boolean {
  return ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(errorCode(error) ?? '');
}

async function checkHome(
  path: string,
  account: Account | undefined,
): Promise<EmbeddedError | undefined> {
  let owner: number;
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return { kind: 'data-damaged', path, detail: 'not a folder' };
    owner = found.uid;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return fileError(error, path);
    return { kind: 'data-damaged', path, detail: 'a link that leads nowhere' };
  }
  const processId = account?.uid ?? process.geteuid?.() ?? -1;
  if (owner !== processId) return { kind: 'wrong-owner', path, ownerId: owner, processId };
  if (await shell('cd -- "$1" && test -w .', [await realpath(path)], account)) return undefined;
  return account
    ? { kind: 'not-reachable', path, account: account.name }
    : { kind: 'not-writable', path, code: 'EACCES' };
}
