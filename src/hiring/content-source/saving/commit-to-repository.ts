import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type GitError, runGit } from '#platform/git';
import { type Repository, gitDirOf } from '../clone.ts';
import { type FileToSave, type SaveRequest, type Saved, namesOf } from './model.ts';

/** A failure of a command that should not fail: for the log. */
class Failed extends Error {}

/**
 * Makes a commit on top of another one, in the bare repository alone: no working tree, so nothing
 * half done. `changed` where one of the files says something else in that commit.
 */
export async function commitOnTop(
  repository: Repository,
  parent: string,
  folder: string,
  { files, author, message }: SaveRequest,
): Promise<Saved> {
  const gitDir = gitDirOf(repository);
  const index = join(repository.home, `.index-${randomUUID()}`);
  const env = { ...namesOf(author), GIT_INDEX_FILE: index };
  const git = async (args: readonly string[], input?: string): Promise<string> => {
    const done = await runGit(args, { gitDir, env, ...(input === undefined ? {} : { input }) });
    if (done.ok) return done.out;
    throw new Failed(done.error.kind === 'failed' ? done.error.said : done.error.kind);
  };
  try {
    await git(['read-tree', parent]);
    let touched = 0;
    for (const one of files) {
      const path = folder === '' ? one.file : `${folder}/${one.file}`;
      const known = await entryOf(gitDir, parent, path);
      // A link or a submodule is no file to write in.
      if (known && !known.mode.startsWith('100')) {
        return { ok: false, error: { kind: 'unsafe-path' } };
      }
      if (!(await isUnchanged(gitDir, known?.blob ?? null, one))) {
        return { ok: false, error: { kind: 'changed' } };
      }
      if (one.after === null || one.after === one.before) continue;
      const blob = (await git(['hash-object', '-w', '--stdin'], one.after)).trim();
      const entry = `${known?.mode ?? '100644'},${blob},${path}`;
      await git(['update-index', '--add', '--cacheinfo', entry]);
      touched += 1;
    }
    if (touched === 0) return { ok: true, commit: null };
    const tree = (await git(['write-tree'])).trim();
    const commit = await git(['commit-tree', tree, '-p', parent, '-F', '-'], message);
    return { ok: true, commit: commit.trim() };
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return { ok: false, error: { kind: 'failed', said: error.message } };
  } finally {
    await rm(index, { force: true });
  }
}

async function entryOf(
  gitDir: string,
  commit: string,
  path: string,
): Promise<{ mode: string; blob: string } | null> {
  const listed = await runGit(['ls-tree', '-z', '--full-tree', commit, '--', path], {
    gitDir,
    env: { GIT_LITERAL_PATHSPECS: '1' },
  });
  const found = listed.ok ? /^(\d+) \w+ ([0-9a-f]+)\t/.exec(listed.out) : null;
  return found ? { mode: found[1]!, blob: found[2]! } : null;
}

async function isUnchanged(
  gitDir: string,
  blob: string | null,
  { before }: FileToSave,
): Promise<boolean> {
  if (blob === null || before === null) return blob === null && before === null;
  const read = await runGit(['cat-file', 'blob', blob], { gitDir });
  return read.ok && read.out === before;
}

export type Pushed =
  | { ok: true }
  | { ok: false; kind: 'behind' | 'refused' | 'remote'; error: GitError };

/** What Git, or the server, says where the branch has moved on. */
const behind =
  /\(fetch first\)|non-fast-forward|stale info|cannot lock ref|failed to lock|reference already exists/i;

/** What they say where the server will not take it, however often it is offered. */
const refused =
  /remote rejected|pre-receive hook|protected branch|returned error: 403|unable to create temporary object|unpacker error|insufficient permission|write access|key .*read.only/i;

/** Offers a commit to the remote branch; never forces. */
export async function pushCommit(
  repository: Repository,
  commit: string,
  branch: string,
): Promise<Pushed> {
  const { address: remote } = repository;
  const target = `${commit}:refs/heads/${branch}`;
  const pushed = await runGit(
    ['push', '--quiet', '--no-verify', '--no-follow-tags', '--', remote.url, target],
    { gitDir: gitDirOf(repository), remote, timeoutMs: 120_000 },
  );
  if (pushed.ok) return { ok: true };
  const { error } = pushed;
  const said = error.kind === 'failed' ? error.said : error.kind;
  const kind = behind.test(said) ? 'behind' : refused.test(said) ? 'refused' : 'remote';
  return { ok: false, kind, error };
}

/** The branch to write on: the one followed, else the remote's main one. */
export async function branchOf({ address: remote, branch }: Repository): Promise<string | null> {
  if (branch !== null) return branch;
  const listed = await runGit(['ls-remote', '--symref', '--', remote.url, 'HEAD'], {
    remote,
    timeoutMs: 60_000,
  });
  return listed.ok ? (/^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(listed.out)?.[1] ?? null) : null;
}
