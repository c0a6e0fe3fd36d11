import { spawnSync } from 'node:child_process';
import {
  closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync,
  readlinkSync, renameSync, rmSync, rmdirSync, symlinkSync, unlinkSync, writeFileSync,
} from 'node:fs'; // prettier-ignore
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * Where a site of files stands. `out` is a symbolic link to a folder of `out.builds/`, so that
 * one rename replaces the whole site: a visitor sees the old one or the new one, whenever the power
 * fails. Beside each build, out of the web server's reach, stands what was put into it.
 */
export type Output = {
  /** The build that is on the site; `null` before the first. */
  previous: Build | null;
  /** A new, empty folder to build in. */
  folder: string;
  /** Puts the new build on the site, and removes all but it and the one before. */
  publish(manifest: Manifest): void;
  /** Removes what was begun; the site stays as it is. */
  abandon(): void;
};

export type Build = { folder: string; manifest: Manifest };

const manifestSchema = z.object({
  /** Of everything that all pages share: another makes every page anew. */
  template: z.string(),
  /** By file, a hash of all that the page shows. */
  files: z.record(z.string(), z.string()),
  /** Whether the compressed forms stand beside the files. */
  compressed: z.boolean(),
  /** By file, where the parts of feeds are in it: see `parts-file.ts`. */
  parts: z.record(
    z.string(),
    z.object({
      hash: z.string(),
      pages: z.array(z.string()).readonly(),
      lengths: z.array(z.number()).readonly(),
    }),
  ),
  /** What `formatRemembered` wrote. */
  remembered: z.string(),
});

export type Manifest = z.output<typeof manifestSchema>;

export type OutputError =
  /** Another build is at work there. */
  | { kind: 'busy'; path: string; pid: number }
  /** There is something at `out` that no build made: it is not for us to remove. */
  | { kind: 'not-a-site'; path: string };

/** Takes `out` for one build. Throws the system's own errors (no room, no permission). */
export function openOutput(
  out: string,
  id: string,
): { ok: true; output: Output } | { ok: false; error: OutputError } {
  const site = resolve(out);
  const builds = `${site}.builds`;
  const lockFile = join(builds, 'lock');
  if (!canTakeOver(site, builds)) return { ok: false, error: { kind: 'not-a-site', path: site } };
  mkdirSync(builds, { recursive: true });
  const holder = takeLock(lockFile);
  if (holder !== null) return { ok: false, error: { kind: 'busy', path: builds, pid: holder } };
  const previous = currentBuild(site, builds);
  removeBuilds(builds, previous ? [previous] : []);
  const folder = join(builds, id);
  mkdirSync(folder);
  const release = (): void => rmSync(lockFile, { force: true });
  const output: Output = {
    previous: previous ? readBuild(builds, previous) : null,
    folder,
    publish(manifest) {
      writeFileSync(`${folder}.json`, JSON.stringify(manifest));
      syncFileSystem(builds);
      const next = `${site}.next-${process.pid}`;
      rmSync(next, { force: true });
      symlinkSync(join(basename(builds), id), next);
      if (isFolder(site)) rmdirSync(site);
      renameSync(next, site);
      syncFolder(dirname(site));
      removeBuilds(builds, [id, ...(previous ? [previous] : [])]);
      release();
    },
    abandon() {
      rmSync(folder, { recursive: true, force: true });
      rmSync(`${folder}.json`, { force: true });
      release();
    },
  };
  return { ok: true, output };
}

/** Nothing there, an empty folder, or a link of ours. */
function canTakeOver(site: string, builds: string): boolean {
  const status = lstatSync(site, { throwIfNoEntry: false });
  if (!status) return true;
  if (status.isSymbolicLink())
    return dirname(resolve(dirname(site), readlinkSync(site))) === builds;
  return status.isDirectory() && readdirSync(site).length === 0;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The name of the build on the site. */
function currentBuild(site: string, builds: string): string | null {
  const status = lstatSync(site, { throwIfNoEntry: false });
  if (!status?.isSymbolicLink()) return null;
  const name = basename(readlinkSync(site));
  return isFolder(join(builds, name)) ? name : null;
}

/** Without a manifest that can be read, everything is made anew. */
function readBuild(builds: string, name: string): Build | null {
  try {
    const text = readFileSync(join(builds, `${name}.json`), 'utf8');
    return { folder: join(builds, name), manifest: manifestSchema.parse(JSON.parse(text)) };
  } catch {
    return null;
  }
}

/** Removes builds that are not to be kept, those that were never finished among them. */
function removeBuilds(builds: string, keep: readonly string[]): void {
  for (const name of readdirSync(builds)) {
    if (name === 'lock' || keep.includes(name.replace(/\.json$/, ''))) continue;
    rmSync(join(builds, name), { recursive: true, force: true });
  }
}

/** `null` where the lock was taken, else the process that has it. One that died has none. */
function takeLock(lockFile: string): number | null {
  // Made whole under another name first: a lock without a holder is never seen.
  const own = `${lockFile}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      try {
        linkSync(own, lockFile);
        return null;
      } catch (error) {
        if ((error as { code?: string }).code !== 'EEXIST') throw error;
      }
      const holder = Number(readFileSync(lockFile, 'utf8'));
      if (holder !== process.pid && isAlive(holder)) return holder;
      rmSync(lockFile, { force: true });
    }
  } finally {
    unlinkSync(own);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/**
 * Everything written reaches the disk before the site leads to it: once for all files, where the
 * system can (`sync -f` of GNU and BusyBox), which a sync of each of thousands would not be.
 */
function syncFileSystem(folder: string): void {
  if (process.platform === 'linux') spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
