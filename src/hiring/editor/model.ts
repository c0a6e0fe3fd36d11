import type { VersionSources } from '#hiring/postings';

/** The files of one posting; `facts` is where shared facts are or would be, null where they cannot. */
export type PostingFiles = {
  readonly en: string;
  readonly fr: string;
  readonly facts: string | null;
};

/** A posting as it is on the disk at one moment. */
export type Opened = {
  readonly postingId: string;
  readonly translationKey: string;
  readonly files: PostingFiles;
  readonly sources: VersionSources;
  /** Name of this state of the files, by which a later save knows whether they have changed. */
  readonly base: string;
  /** Whether the facts stand in the front matter, out of reach of the editor. */
  readonly factsInside: boolean;
};

export type OpenError =
  | { kind: 'unknown' }
  /** Not exactly one file for each language. */
  | { kind: 'not-a-pair' }
  | { kind: 'unreadable' };

/** Why what was typed cannot be written, by field. */
export type FieldProblem = { field: string; kind: 'long' | 'unwritable' };
