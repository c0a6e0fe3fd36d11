import type { RemoteProblem } from '#platform/git';

/** A file of the content folder as an author saw it, and as it is to be. */
export type FileToSave = {
  /** Relative to the content folder, with "/". */
  readonly file: string;
  /** Exact text that the author began from; null where there was no such file. */
  readonly before: string | null;
  /** Exact text to write; null only where there is none and none is to be made. */
  readonly after: string | null;
};

export type SaveRequest = {
  /** Also those that stay as they are: none of them may have changed in the meantime. */
  readonly files: readonly FileToSave[];
  readonly author: { readonly name: string; readonly email: string };
  /** Of the commit, where there is one. */
  readonly message: string;
};

export type SaveError =
  /** Some file says something else than the author began from. Nothing was written. */
  | { kind: 'changed' }
  /** A path that leads out of the content folder, or to something that is no file. */
  | { kind: 'unsafe-path' }
  | { kind: 'read-only' }
  | { kind: 'no-space' }
  /** Somebody is in the middle of a commit, a merge or a rebase. */
  | { kind: 'busy' }
  /** The repository takes no commits of ours: no right, a protected branch, a rule of the server. */
  | { kind: 'refused' }
  | { kind: 'remote'; problem: RemoteProblem | 'no-content' | 'path-missing' | 'empty-repository' }
  /** What stood in the way, for the log. */
  | { kind: 'failed'; said: string };

/** `commit` is null where the folder is in no repository, or nothing had to change. */
export type Saved = { ok: true; commit: string | null } | { ok: false; error: SaveError };

/** Keeps the postings from reading the folder while some work is done in it. */
export type WhileUnread = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Who makes the commits that an author's name stands on. */
export const committer = { name: 'Tandem', email: 'tandem@localhost' };

/** The environment that puts both names on a commit. */
export function namesOf({ name, email }: SaveRequest['author']): Record<string, string> {
  const clean = (text: string): string => text.replaceAll(/[\p{Cc}<>]/gu, ' ').trim();
  return {
    GIT_AUTHOR_NAME: clean(name) || clean(email) || committer.name,
    GIT_AUTHOR_EMAIL: clean(email),
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
  };
}
