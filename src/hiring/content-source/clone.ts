import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type GitResult, remoteProblemOf, runGit } from '#platform/git';
import type { ContentLocation, FetchProblem } from './model.ts';

export type Repository = Extract<ContentLocation, { kind: 'repository' }>;

/** Milliseconds that fetching may take: a first clone on a slow line, with all its history. */
const fetchTimeoutMs = 10 * 60_000;

/** The ref of ours that holds what was fetched. */
export const contentRef = 'refs/tandem/content';

export function gitDirOf({ home }: Repository): string {
  return join(home, 'repository.git');
}

/** Makes the bare repository where it is missing, whole or not at all; sweeps up after a kill. */
export async function prepareClone(repository: Repository): Promise<FetchProblem | null> {
  const { home } = repository;
  const gitDir = gitDirOf(repository);
  await mkdir(join(home, 'releases'), { recursive: true });
  const names = await readdir(home);
  for (const name of names.filter((one) => one.startsWith('.new-'))) {
    await rm(join(home, name), { recursive: true, force: true });
  }
  if (names.includes('repository.git')) {
    for (const lock of [`${contentRef}.lock`, 'packed-refs.lock', 'HEAD.lock', 'config.lock']) {
      await rm(join(gitDir, lock), { force: true });
    }
    return null;
  }
  const fresh = join(home, `.new-${randomUUID()}`);
  const made = await runGit(['init', '--quiet', '--bare', '--template=', '--', fresh]);
  if (!made.ok) return remoteProblemOf(made.error);
  await rename(fresh, gitDir);
  return null;
}

export type Fetched =
  | { ok: true; commit: string }
  | { ok: false; problem: FetchProblem; said: string };

/** Gets what is new on the branch. A branch that was rewritten is followed. */
export async function fetchContent(repository: Repository, signal: AbortSignal): Promise<Fetched> {
  const { address: remote, branch } = repository;
  const gitDir = gitDirOf(repository);
  const source = branch === null ? 'HEAD' : `refs/heads/${branch}`;
  const fetched = await runGit(
    [
      'fetch',
      '--quiet',
      '--no-tags',
      '--force',
      '--no-write-fetch-head',
      '--no-recurse-submodules',
      '--no-auto-maintenance',
      '--',
      remote.url,
      `+${source}:${contentRef}`,
    ],
    { gitDir, remote, signal, timeoutMs: fetchTimeoutMs },
  );
  if (!fetched.ok) return refused(repository, fetched);
  const commit = await contentCommit(repository);
  return commit
    ? { ok: true, commit }
    : { ok: false, problem: 'other', said: 'fetched, and no commit found' };
}

async function refused(
  { address: remote }: Repository,
  { error }: Extract<GitResult, { ok: false }>,
): Promise<Fetched> {
  const problem = remoteProblemOf(error);
  const said = error.kind === 'failed' ? error.said : error.kind;
  if (problem !== 'branch-missing') return { ok: false, problem, said };
  const listed = await runGit(['ls-remote', '--', remote.url], { remote, timeoutMs: 60_000 });
  const empty = listed.ok && listed.out.trim() === '';
  return { ok: false, problem: empty ? 'empty-repository' : problem, said };
}

/** The commit that was fetched last; null before the first. */
export async function contentCommit(repository: Repository): Promise<string | null> {
  const gitDir = gitDirOf(repository);
  const read = await runGit(['rev-parse', '--verify', '--quiet', `${contentRef}^{commit}`], {
    gitDir,
  });
  return read.ok ? read.out.trim() : null;
}

/** Whether one commit is among the ancestors of another. Unknown commits are not. */
export async function isAncestor(
  repository: Repository,
  older: string,
  newer: string,
): Promise<boolean> {
  const gitDir = gitDirOf(repository);
  return (await runGit(['merge-base', '--is-ancestor', older, newer], { gitDir })).ok;
}

/** Packs what many small fetches have left, now and then, as Git sees fit. */
export async function tidy(repository: Repository): Promise<void> {
  await runGit(['gc', '--auto', '--quiet'], {
    gitDir: gitDirOf(repository),
    timeoutMs: fetchTimeoutMs,
  });
}
