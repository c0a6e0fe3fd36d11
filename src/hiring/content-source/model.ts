import type { Provenance } from '#hiring/postings';
import type { GitAddress, RemoteProblem } from '#platform/git';
import type { SaveRequest, Saved, WhileUnread } from './saving/model.ts';

/** Where the postings come from: a folder on this machine, or a repository somewhere. */
export type ContentLocation =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'repository';
      readonly address: GitAddress;
      /** Null for the branch that the repository has as its main one. */
      readonly branch: string | null;
      /** Folder in the repository; null for `content` if there is one, else its top. */
      readonly path: string | null;
      /** Folder of the clone and of the releases made from it. */
      readonly home: string;
      /** Seconds between looks for new commits; 0 for none. */
      readonly pollSeconds: number;
    };

/** Why nothing new comes from a repository. */
export type FetchProblem = RemoteProblem | 'empty-repository' | 'path-missing' | 'no-content';

/** What the status page tells of the source. */
export type SourceStatus =
  | { kind: 'folder' }
  /** The folder is in a repository, and `git` is not there to read it. */
  | { kind: 'git-missing' }
  | { kind: 'working-tree'; branch: string; commit: string | null; uncommitted: number }
  | {
      kind: 'repository';
      /** Without credentials. */
      address: string;
      branch: string | null;
      /** What is on the site; null before there was anything. */
      commit: string | null;
      /** When the repository last answered. */
      fetchedAt: Date | null;
      failure: { problem: FetchProblem; since: Date } | null;
      /** When the branch last went to a commit that does not descend from the one before. */
      rewrittenAt: Date | null;
    };

export type ContentSource = {
  /**
   * Gets ready to be read: a repository that was fetched before is there at once, a new one is
   * waited for. Never fails: what is wrong is in the status.
   */
  start(onChange: () => void): Promise<void>;
  stop(): Promise<void>;
  /** Looks for new commits soon. Many calls in a row make one or two looks. */
  refresh(): void;
  status(): Promise<SourceStatus>;
  readonly provenance: Provenance;
  /** Whether a save makes a commit, with a message. */
  keepsCommits(): Promise<boolean>;
  /**
   * Writes files of the folder as one: a commit where the folder is in a repository, pushed where
   * that is elsewhere. Nothing is written where a file has changed, or where anything fails.
   */
  save(request: SaveRequest, whileUnread: WhileUnread): Promise<Saved>;
};
