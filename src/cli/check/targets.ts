import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** What is to be checked of one content folder. */
export type Target = {
  /** Absolute. */
  readonly folder: string;
  /** Paths in it, of files or folders, with "/"; null for all of it. */
  readonly only: readonly string[] | null;
};

export type TargetProblem = {
  readonly kind: 'missing' | 'not-content' | 'outside';
  readonly path: string;
};

const branches = ['en', 'fr', 'process'];

/**
 * Finds the content folder of each path: the path itself, `content/` in it, or, for a file or a
 * folder inside of one, the nearest above.
 */
export async function findTargets(
  paths: readonly string[],
): Promise<{ targets: Target[]; problems: TargetProblem[] }> {
  const byFolder = new Map<string, Set<string> | null>();
  const problems: TargetProblem[] = [];
  for (const path of paths) {
    const found = await findTarget(path);
    if ('kind' in found) {
      problems.push(found);
      continue;
    }
    const { folder, inside } = found;
    const known = byFolder.get(folder);
    if (inside === null || known === null) byFolder.set(folder, null);
    else byFolder.set(folder, (known ?? new Set()).add(inside));
  }
  const targets = [...byFolder].map(([folder, only]) => ({ folder, only: only && [...only] }));
  return { targets, problems };
}

type Found = { folder: string; inside: string | null };

async function findTarget(path: string): Promise<Found | TargetProblem> {
  const full = resolve(path);
  const status = await stat(full).catch(() => null);
  if (!status) return { kind: 'missing', path };
  if (status.isDirectory()) {
    for (const folder of [full, join(full, 'content')]) {
      if (await isContent(folder)) return { folder, inside: null };
    }
  }
  for (let at = full; dirname(at) !== at; at = dirname(at)) {
    const above = dirname(at);
    if (!branches.includes(basename(at)) || !(await isContent(above))) continue;
    return { folder: above, inside: relative(above, full).split(sep).join('/') };
  }
  return { kind: status.isDirectory() ? 'not-content' : 'outside', path };
}

async function isContent(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.includes('en') || names.includes('fr');
}

/** Whether one of the files of a group is wanted. */
export function isWanted(files: readonly string[], only: Target['only']): boolean {
  if (only === null) return true;
  return files.some((file) => only.some((path) => file === path || file.startsWith(`${path}/`)));
}
