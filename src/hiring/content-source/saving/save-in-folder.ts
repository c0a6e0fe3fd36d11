import { access, realpath, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { runGit } from '#platform/git';
import { diskError } from './error-code.ts';
import { placeOfFile, readText } from './files.ts';
import { type SaveRequest, type Saved, namesOf } from './model.ts';
import { type Write, writeTogether } from './write-together.ts';

/** The working tree around the folder, where there is one. */
type Tree = { top: string; gitDir: string };

/** Writes in a folder of this machine; in a working tree, as a commit of the touched files alone. */
export async function saveInFolder(
  folder: string,
  tree: Tree | null,
  request: SaveRequest,
): Promise<Saved> {
  try {
    const root = await realpath(folder);
    const writes: Write[] = [];
    for (const { file, before, after } of request.files) {
      const path = await placeOfFile(root, file);
      if (path === null) return { ok: false, error: { kind: 'unsafe-path' } };
      const now = await readText(path);
      if (!now.ok || now.text !== before) return { ok: false, error: { kind: 'changed' } };
      if (after !== null && after !== before) writes.push({ path, before, text: after });
    }
    if (writes.length === 0) return { ok: true, commit: null };
    const committed = tree && (await trackedPaths(tree, writes));
    if (committed && (await isBusy(tree))) return { ok: false, error: { kind: 'busy' } };
    await writeTogether(root, writes);
    if (!committed) return { ok: true, commit: null };
    const saved = await commit(tree, committed, request);
    if (!saved.ok) await takeBack(root, writes);
    return saved;
  } catch (error) {
    return { ok: false, error: diskError(error) };
  }
}

/** Paths from the top of the tree; null where the repository passes the content over. */
async function trackedPaths({ top }: Tree, writes: readonly Write[]): Promise<string[] | null> {
  const real = await realpath(top);
  const paths = writes.map(({ path }) => relative(real, path).split(sep).join('/'));
  if (paths.some((path) => path.startsWith('../'))) return null;
  const ignored = await runGit(['check-ignore', '--quiet', '--', ...paths], { cwd: top });
  return ignored.ok ? null : paths;
}

/** Files by which Git knows that it is in the middle of something. */
const signs = ['index.lock', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'rebase-merge', 'rebase-apply'];

async function isBusy({ gitDir }: Tree): Promise<boolean> {
  const found = await Promise.all(
    signs.map((name) =>
      access(join(gitDir, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

async function commit(
  { top }: Tree,
  paths: readonly string[],
  { author, message }: SaveRequest,
): Promise<Saved> {
  const files = paths.map((path) => `:(top,literal)${path}`);
  const options = { cwd: top, env: namesOf(author) };
  const added = await runGit(['add', '--', ...files], options);
  const done = added.ok
    ? await runGit(
        [
          'commit',
          '--quiet',
          '--no-verify',
          '--no-gpg-sign',
          '--cleanup=verbatim',
          '--file=-',
          '--only',
          '--',
          ...files,
        ],
        { ...options, input: message },
      )
    : added;
  if (!done.ok) {
    const { error } = done;
    // What was added goes out of the index again; where there is no commit yet, there is no HEAD.
    await runGit(['reset', '--quiet', '--', ...files], options);
    if (error.kind !== 'failed') return { ok: false, error: { kind: 'failed', said: error.kind } };
    if (/index\.lock|another git process/i.test(error.said)) {
      return { ok: false, error: { kind: 'busy' } };
    }
    if (/permission denied|read-only file system|insufficient permission/i.test(error.said)) {
      return { ok: false, error: { kind: 'read-only' } };
    }
    return { ok: false, error: { kind: 'failed', said: error.said } };
  }
  const head = await runGit(['rev-parse', 'HEAD'], options);
  return { ok: true, commit: head.ok ? head.out.trim() : null };
}

/** Without a commit, the folder is as the author found it. */
async function takeBack(root: string, writes: readonly Write[]): Promise<void> {
  const made = writes.filter(({ before }) => before === null);
  const changed = writes.flatMap(({ path, before, text }) =>
    before === null ? [] : [{ path, before: text, text: before }],
  );
  await writeTogether(root, changed);
  for (const { path } of made) await rm(path, { force: true });
}
