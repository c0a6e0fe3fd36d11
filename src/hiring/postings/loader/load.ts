import { realpath } from 'node:fs/promises';
import type { Lang } from '#platform/i18n';
import type { SiteIdentity } from '#web/page.ts';
import { type Assembled, assemble } from './assemble.ts';
import { type HalfReading, readHalf } from './half.ts';
import { type ContentProblem, problem } from '../problem.ts';
import { readSiteFile } from './read-file.ts';
import { type Branches, type FoundFile, readBranch, readPostings } from './read-folder.ts';
import { readSite, siteFile } from './site.ts';
import { type PostingFolders, everywhere } from './site-places.ts';

/** Everything that the content folder says, each file accounted for. */
export type LoadedContent = Assembled & {
  /**
   * True where something could not be read at all (the folder, a disk): then nothing that is
   * missing may be taken for withdrawn.
   */
  readonly incomplete: boolean;
  /** The folder that was read, links resolved: one moment of a folder that is swapped as a whole. */
  readonly root: string | null;
};

/** Reads a content folder, and remembers each text's reading: a reload parses only what changed. */
export type Loader = {
  /** `null` where nothing has changed since the last load. */
  load(): Promise<LoadedContent | null>;
};

export function createLoader(contentFolder: string): Loader {
  let before: Found | undefined;
  let readings = new Map<string, { source: string; reading: HalfReading }>();
  /** The key that each file had when it could last be read. */
  const lastKeys = new Map<string, string>();
  let site: SiteIdentity = readSite(null).site;
  return {
    async load() {
      // Resolved once: the folder may be a link that is put on another release at any moment.
      const root = await resolveFolder(contentFolder);
      const found = root === null ? noFolder : await eachBranch(root, reading);
      if (before !== undefined && sameFound(before, found)) return null;
      before = found;
      if (!('branches' in found)) return missingFolder(site, found.problems);
      const { branches } = found;
      const next: typeof readings = new Map();
      const assembled = await assemble(branches, {
        readHalf(lang, file, source) {
          const known = readings.get(file);
          const reading = known?.source === source ? known.reading : readHalf(lang, file, source);
          next.set(file, { source, reading });
          return reading;
        },
        lastKey: (file) => lastKeys.get(file) ?? null,
      });
      readings = next;
      for (const { file, key } of assembled.files) if (key !== null) lastKeys.set(file, key);
      ({ site } = assembled);
      const postings = [...branches.en, ...branches.fr];
      return { ...assembled, incomplete: postings.some(isUnreadable), root };
    },
  };
}

/** `null` where there is no such folder, or it cannot be reached. */
export async function resolveFolder(folder: string): Promise<string | null> {
  try {
    return await realpath(folder);
  } catch (error) {
    // Anything without a code is a mistake of ours.
    if (typeof (error as { code?: unknown }).code === 'string') return null;
    throw error;
  }
}

/** What is in the folder, or what stands in the way of looking. */
type Found<Files = FoundFile[]> =
  | { branches: Record<'en' | 'fr' | 'process', Files> & { site: FoundFile[] } }
  | { problems: readonly ContentProblem[] };

/** How the files of a branch are looked at: read, or listed only. `none`: of one that is missing. */
type Way<Files> = {
  readonly postings: (folder: string, lang: Lang, folders: PostingFolders) => Promise<Files | null>;
  readonly others: (folder: string, branch: string) => Promise<Files | null>;
  readonly none: Files;
};

const reading: Way<FoundFile[]> = { postings: readPostings, others: readBranch, none: [] };

export const noFolder: { problems: readonly ContentProblem[] } = {
  problems: [problem('', { kind: 'content-folder-missing' })],
};

/** No branches where the folder holds no content at all: gone, not mounted, being replaced. */
export async function eachBranch<Files>(
  folder: string,
  { postings, others, none }: Way<Files>,
): Promise<Found<Files>> {
  try {
    const site = (await readBranch(folder, siteFile)) ?? [];
    const { folders, problems } = readSiteFile(site[0]);
    if (!folders) return { problems };
    const [en, fr, process] = await Promise.all([
      postings(folder, 'en', folders),
      postings(folder, 'fr', folders),
      others(folder, 'process'),
    ]);
    if (!en && !fr) return noFolder;
    return { branches: { en: en ?? none, fr: fr ?? none, process: process ?? none, site } };
  } catch (error) {
    // The folder went away while it was read.
    if (typeof (error as { code?: unknown }).code === 'string') return noFolder;
    throw error;
  }
}

/** What a folder gives in which no content can be found, and why. */
export function missingFolder(
  site: SiteIdentity,
  problems: readonly ContentProblem[],
): LoadedContent {
  return {
    pairs: [],
    brokenKeys: new Set(),
    files: [],
    problems: [...problems],
    site,
    folders: everywhere,
    moved: [],
    incomplete: true,
    root: null,
  };
}

/** Whether a file, or the folder of many, could not be read at all, whatever it says. */
export function isUnreadable(found: FoundFile): boolean {
  return 'refusal' in found && unreadable.has(found.refusal.kind);
}

const unreadable: ReadonlySet<string> = new Set(['unreadable', 'postings-folder-missing']);

function sameFound(a: Found, b: Found): boolean {
  if ('branches' in a && 'branches' in b) return sameBranches(a.branches, b.branches);
  return 'problems' in a && 'problems' in b && JSON.stringify(a) === JSON.stringify(b);
}

function sameBranches(a: Branches, b: Branches): boolean {
  return (['en', 'fr', 'process', 'site'] as const).every(
    (branch) =>
      a[branch].length === b[branch].length &&
      a[branch].every((found, index) => sameFile(found, b[branch][index]!)),
  );
}

function sameFile(a: FoundFile, b: FoundFile): boolean {
  if (a.file !== b.file) return false;
  if ('source' in a && 'source' in b) return a.source === b.source;
  return 'refusal' in a && 'refusal' in b && JSON.stringify(a) === JSON.stringify(b);
}
