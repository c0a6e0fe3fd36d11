import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runGit } from '#platform/git';
import { type Repository, gitDirOf } from './clone.ts';

/** Releases kept beside the current one: something may still be reading from them. */
const earlierKept = 2;

/** The link that postings are read through. */
export function currentOf({ home }: Repository): string {
  return join(home, 'current');
}

/** The commit that is read at present; null where there is none yet. */
export async function currentCommit(repository: Repository): Promise<string | null> {
  try {
    await access(currentOf(repository));
    return basename(await readlink(currentOf(repository)));
  } catch {
    return null;
  }
}

export type FolderIn =
  | { ok: true; /** "" for the top. */ folder: string }
  /** The commit has no such folder, or the folder neither `en` nor `fr` in it. */
  | { ok: false; problem: 'path-missing' | 'no-content' };

/** The content's folder in a commit. */
export async function folderIn(repository: Repository, commit: string): Promise<FolderIn> {
  const gitDir = gitDirOf(repository);
  const names = async (folder: string): Promise<string[] | null> => {
    const listed = await runGit(['ls-tree', '-z', '--name-only', `${commit}:${folder}`], {
      gitDir,
    });
    return listed.ok ? listed.out.split('\0') : null;
  };
  const hasContent = (found: string[] | null): boolean =>
    found !== null && (found.includes('en') || found.includes('fr'));
  const { path } = repository;
  if (path !== null) {
    const found = await names(path);
    if (!found) return { ok: false, problem: 'path-missing' };
    return hasContent(found) ? { ok: true, folder: path } : { ok: false, problem: 'no-content' };
  }
  for (const folder of ['content', '']) {
    if (hasContent(await names(folder))) return { ok: true, folder };
  }
  return { ok: false, problem: 'no-content' };
}

/**
 * Puts a commit's content on the disk, whole or not at all, and makes it the current one in one
 * step. What reads through the link sees all of one commit, or all of the next.
 */
export async function release(
  repository: Repository,
  commit: string,
): Promise<
  { ok: true } | { ok: false; problem: 'path-missing' | 'no-content' | 'other'; said: string }
> {
  const found = await folderIn(repository, commit);
  if (!found.ok) return { ...found, said: found.problem };
  const releases = join(repository.home, 'releases');
  const target = join(releases, commit);
  if (!(await isFolder(target))) {
    const exported = await exportTree(repository, `${commit}:${found.folder}`, releases);
    if (!exported.ok) return { ok: false, problem: 'other', said: exported.said };
    await rename(exported.folder, target);
  }
  const link = join(repository.home, `.current-${randomUUID()}`);
  await symlink(join('releases', commit), link);
  await rename(link, currentOf(repository));
  await sweep(repository, commit);
  return { ok: true };
}

/** Writes the files of a tree into a new folder. */
async function exportTree(
  repository: Repository,
  tree: string,
  releases: string,
): Promise<{ ok: true; folder: string } | { ok: false; said: string }> {
  const gitDir = gitDirOf(repository);
  const temporary = join(releases, `.new-${randomUUID()}`);
  const folder = join(temporary, 'files');
  await mkdir(folder, { recursive: true });
  const env = { GIT_INDEX_FILE: join(temporary, 'index') };
  const steps = [
    ['read-tree', tree],
    ['checkout-index', '--all', '--force', '--quiet'],
  ];
  for (const step of steps) {
    const done = await runGit([`--work-tree=${folder}`, ...step], {
      gitDir,
      cwd: folder,
      env,
      timeoutMs: 120_000,
    });
    if (done.ok) continue;
    await rm(temporary, { recursive: true, force: true });
    return { ok: false, said: done.error.kind === 'failed' ? done.error.said : done.error.kind };
  }
  const whole = join(releases, `.whole-${randomUUID()}`);
  await rename(folder, whole);
  await rm(temporary, { recursive: true, force: true });
  return { ok: true, folder: whole };
}

/** Removes what a killed process left, and releases that nothing can be reading any more. */
export async function sweep(repository: Repository, current: string | null): Promise<void> {
  const { home } = repository;
  const releases = join(home, 'releases');
  for (const name of await readdir(home)) {
    if (name.startsWith('.current-')) await rm(join(home, name), { force: true });
  }
  const old: { path: string; age: number }[] = [];
  for (const name of await readdir(releases)) {
    const path = join(releases, name);
    if (name.startsWith('.')) await rm(path, { recursive: true, force: true });
    else if (name !== current) old.push({ path, age: (await stat(path)).mtimeMs });
  }
  old.sort((a, b) => b.age - a.age);
  for (const { path } of old.slice(earlierKept)) await rm(path, { recursive: true, force: true });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
