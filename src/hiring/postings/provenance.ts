/** A commit, as a version is known by. */
export type Commit = {
  /** 40 or 64 hexadecimal digits. */
  readonly id: string;
  /** Name of the author, as Git has it. */
  readonly author: string;
  readonly at: Date;
};

/** Where the text of files comes from: `commit` is null where they are in none. */
export type Origin = {
  readonly commit: Commit | null;
  /** True where some file says something else than its last commit, or is in none. */
  readonly uncommitted: boolean;
};

/** What the content's repository can tell of the files in it. */
export type Provenance = {
  /**
   * The origin of each group of files (the files of one version): the last commit that touched any
   * of them. `root` is the folder that they were read from, links resolved; paths are relative to it.
   * Null where the folder is in no repository, or Git cannot tell.
   */
  originsOf(
    root: string,
    groups: readonly (readonly string[])[],
  ): Promise<readonly Origin[] | null>;
  /** Whether Git is changing the files at this moment, so that they may be of two commits. */
  isBusy(): Promise<boolean>;
};
