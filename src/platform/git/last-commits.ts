import { type GitOptions, runGit } from './run.ts';

/** A commit as `git log` tells of it. */
export type LoggedCommit = { readonly id: string; readonly author: string; readonly at: Date };

/** Files asked for at a time: an argument list has a limit. */
const filesAtOnce = 500;

/** Above this many files, the whole history of their folder is read instead. */
const manyFiles = 2000;

/**
 * The last commit before `revision` that touched each file; no entry where none did. Paths are
 * relative to the top of the repository. Null where Git cannot tell.
 */
export async function lastCommits(
  repository: Pick<GitOptions, 'gitDir' | 'cwd'>,
  revision: string,
  files: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, LoggedCommit> | null> {
  const found = new Map<string, LoggedCommit>();
  const read = async (paths: readonly string[]): Promise<boolean> => {
    const result = await runGit(
      [
        'log',
        '--no-color',
        '--no-renames',
        '--name-only',
        '-z',
        '--format=%x01%H%x02%an%x02%ct%x03',
        revision,
        '--',
        ...paths.map((path) => `:(top,literal)${path}`),
      ],
      { ...repository, timeoutMs: 60_000 },
    );
    if (!result.ok) return false;
    for (const [file, commit] of parseLog(result.out)) {
      if (!found.has(file)) found.set(file, commit);
    }
    return true;
  };
  if (files.length > manyFiles) return (await read(folder === '' ? [''] : [folder])) ? found : null;
  for (let start = 0; start < files.length; start += filesAtOnce) {
    if (!(await read(files.slice(start, start + filesAtOnce)))) return null;
  }
  return found;
}

/** Every file of every commit in the output, the latest commit first. */
export function* parseLog(out: string): Generator<[file: string, commit: LoggedCommit]> {
  for (const part of out.split('\u0001').slice(1)) {
    const [head = '', names = ''] = part.split('\u0003');
    const [id = '', author = '', time = ''] = head.split('\u0002');
    const commit = { id, author, at: new Date(Number(time) * 1000) };
    for (const name of names.split(/[\0\n]+/)) if (name !== '') yield [name, commit];
  }
}
