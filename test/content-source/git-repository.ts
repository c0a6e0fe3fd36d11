import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real repository in a temporary folder, with someone who commits to it. */
export type GitRepository = {
  /** Of the working tree. */
  path: string;
  url: string;
  git(...args: string[]): string;
  write(files: Record<string, string>): Promise<void>;
  /** Commits everything, and gives the id. */
  commit(message?: string): string;
  remove(): Promise<void>;
};

export async function gitRepository(files: Record<string, string> = {}): Promise<GitRepository> {
  const path = await mkdtemp(join(tmpdir(), 'tandem-git-'));
  const git = (...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=Sam Auteur', '-c', 'user.email=sam@sample.example', ...args],
      {
        cwd: path,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).trim();
  git('init', '--quiet', '--initial-branch=main');
  const repository: GitRepository = {
    path,
    url: `file://${path}`,
    git,
    async write(more) {
      for (const [file, text] of Object.entries(more)) {
        await mkdir(dirname(join(path, file)), { recursive: true });
        await writeFile(join(path, file), text);
      }
    },
    commit(message = 'Change') {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
  if (Object.keys(files).length > 0) {
    await repository.write(files);
    repository.commit('First');
  }
  return repository;
}
