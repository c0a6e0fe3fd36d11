import { realpath } from 'node:fs/promises';
import type { SiteIdentity } from '#web/page.ts';
import { type Assembled, assemble } from './assemble.ts';
import { type HalfReading, readHalf } from './half.ts';
import { type ContentProblem, problem } from '../problem.ts';
import { type Branches, type FoundFile, readBranch } from './read-folder.ts';
import { readSite, siteFile } from './site.ts';

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
  let before: Branches | null | undefined;
  let readings = new Map<string, { source: string; reading: HalfReading }>();
  /** The key that each file had when it could last be read. */
  const lastKeys = new Map<string, string>();
  let site: SiteIdentity = readSite(null).site;
  return {
    async load() {
      // Resolved once: the folder may be a link that is put on another release at any moment.
      const root = await resolveFolder(contentFolder);
      const branches = root === null ? null : await readBranches(root);
      if (before !== undefined && sameBranches(before, branches)) return null;
      if (!branches) {
        before = null;
        return missingFolder(site);
      }
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
      before = branches;
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

/** `null` where the folder holds no content at all: gone, not mounted, being replaced. */
async function readBranches(folder: string): Promise<Branches | null> {
  try {
    const [en, fr, process, site] = await Promise.all(
      ['en', 'fr', 'process', siteFile].map((branch) => readBranch(folder, branch)),
    );
    if (!en && !fr) return null;
    return { en: en ?? [], fr: fr ?? [], process: process ?? [], site: site ?? [] };
  } catch (error) {
    // The folder went away while it was read.
    if (typeof (error as { code?: unknown }).code === 'string') return null;
    throw error;
  }
}

/** What a folder without any content gives. */
export function missingFolder(site: SiteIdentity): LoadedContent {
  const problems: ContentProblem[] = [problem('', { kind: 'content-folder-missing' })];
  return {
    pairs: [],
    brokenKeys: new Set(),
    files: [],
    problems,
    site,
    incomplete: true,
    root: null,
  };
}

/** Whether a file could not be read at all, whatever it says. */
export function isUnreadable(found: FoundFile): boolean {
  return 'refusal' in found && found.refusal.kind === 'unreadable';
}

function sameBranches(a: Branches | null, b: Branches | null): boolean {
  if (!a || !b) return a === b;
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
