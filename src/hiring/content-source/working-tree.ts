import { existsSync, realpathSync } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Origin } from '#hiring/postings';
import { lastCommits, runGit } from '#platform/git';
import type { ContentSource, SourceStatus } from './model.ts';
import { saveInFolder } from './saving/save-in-folder.ts';
import { finishWriting } from './saving/write-together.ts';

/** A folder on this machine, which may be in the working tree of a repository. */
export function folderSource(folder: string): ContentSource {
  return {
    start: async () => {
      const root = await realpath(folder).catch(() => null);
      if (root !== null) await finishWriting(root);
    },
    stop: async () => {},
    refresh() {},
    status: () => statusOf(folder),
    keepsCommits: async () => (await placeOf(folder)).kind === 'repository',
    save: (request, whileUnread) =>
      whileUnread(async () => {
        const place = await placeOf(folder);
        return saveInFolder(folder, place.kind === 'repository' ? place : null, request);
      }),
    provenance: {
      originsOf: (root, groups) => originsOf(root, groups),
      isBusy: async () => {
        const place = await placeOf(folder);
        return place.kind === 'repository' && isThere(join(place.gitDir, 'index.lock'));
      },
    },
  };
}

type Place =
  | { kind: 'none' }
  | { kind: 'git-missing' }
  | { kind: 'repository'; top: string; gitDir: string };

const places = new Map<string, Place>();

/** The repository around a folder. `git` is asked only where there is one. */
async function placeOf(folder: string): Promise<Place> {
  const known = places.get(folder);
  if (known) return known;
  if (!isInRepository(folder)) return { kind: 'none' };
  const found = await runGit(['rev-parse', '--show-toplevel', '--absolute-git-dir'], {
    cwd: folder,
  });
  if (!found.ok) {
    return found.error.kind === 'not-installed' ? { kind: 'git-missing' } : { kind: 'none' };
  }
  const [top = '', gitDir = ''] = found.out.trim().split('\n');
  const place: Place = { kind: 'repository', top, gitDir };
  places.set(folder, place);
  return place;
}

function isInRepository(folder: string): boolean {
  let at: string;
  try {
    at = realpathSync(folder);
  } catch {
    return false;
  }
  for (;;) {
    if (existsSync(join(at, '.git'))) return true;
    const above = dirname(at);
    if (above === at) return false;
    at = above;
  }
}

async function originsOf(
  root: string,
  groups: readonly (readonly string[])[],
): Promise<Origin[] | null> {
  const place = await placeOf(root);
  if (place.kind !== 'repository') return null;
  const { top } = place;
  const folder = relative(top, root).split(sep).join('/');
  const inRepository = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  const changed = await changedFiles(top, folder);
  if (!changed) return null;
  const files = [...new Set(groups.flat())].map(inRepository);
  // Without any commit yet there is no HEAD, and nothing is committed.
  const commits = (await lastCommits({ cwd: top }, 'HEAD', files, folder)) ?? new Map();
  return groups.map((group) => {
    const paths = group.map(inRepository);
    const known = paths.map((path) => commits.get(path)).filter((commit) => commit !== undefined);
    const commit = known.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
    const uncommitted = known.length < paths.length || paths.some((path) => changed.has(path));
    return { commit, uncommitted };
  });
}

/** Files that say something else than the last commit, by their path from the top; null where unknown. */
async function changedFiles(top: string, folder: string): Promise<Set<string> | null> {
  const result = await runGit(
    [
      'status',
      '--porcelain=v1',
      '-z',
      '--no-renames',
      '--untracked-files=all',
      '--',
      folder === '' ? '.' : `:(top,literal)${folder}`,
    ],
    { cwd: top },
  );
  if (!result.ok) return null;
  return new Set(result.out.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)])));
}

async function statusOf(folder: string): Promise<SourceStatus> {
  const place = await placeOf(folder);
  if (place.kind === 'git-missing') return { kind: 'git-missing' };
  if (place.kind === 'none') return { kind: 'folder' };
  const { top } = place;
  const [branch, head, changed] = await Promise.all([
    runGit(['symbolic-ref', '--quiet', '--short', 'HEAD'], { cwd: top }),
    runGit(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: top }),
    changedFiles(top, relative(top, realpathSync(folder)).split(sep).join('/')),
  ]);
  return {
    kind: 'working-tree',
    branch: branch.ok ? branch.out.trim() : '',
    commit: head.ok ? head.out.trim() : null,
    uncommitted: changed?.size ?? 0,
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
