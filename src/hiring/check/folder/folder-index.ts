import { statSync } from 'node:fs';
import {
  type FoundFile,
  type ListedFile,
  type SiteReading,
  listBranch,
  listPostings,
  readFileNow,
  readSiteFile,
  siteFile,
} from '#hiring/postings/loader';
import { type Lang, isLang } from '#platform/i18n';
import { type IndexFields, indexFields } from './quick-fields.ts';

export type Branch = Lang | 'process' | 'site';

/** A file of a content folder, and what ties it to others. */
export type IndexedFile = IndexFields & {
  readonly branch: Branch;
  /** To be read when its pair is checked; or why it cannot be. */
  readonly found: ListedFile | FoundFile;
  /** Changes when the file does. */
  readonly stamp: string;
};

/** All files of a content folder by path in it: only what ties them together, never their text. */
export type FolderIndex = ReadonlyMap<string, IndexedFile>;

const branches = ['en', 'fr', 'process', 'site'] as const;

const nothing: IndexFields = {
  key: null,
  archived: false,
  leverId: null,
  leverIdLine: 1,
  slug: null,
  slugLine: 1,
};

/**
 * Looks through a content folder. With an earlier index, only files that changed since are read
 * again. `null` where there is neither `en/` nor `fr/`.
 */
export async function indexFolder(
  folder: string,
  earlier: FolderIndex | null = null,
): Promise<FolderIndex | null> {
  const index = new Map<string, IndexedFile>();
  const queue: { branch: Branch; listed: ListedFile }[] = [];
  let languages = 0;
  const site = await listBranch(folder, siteFile);
  const { folders } = readSiteOf(site);
  for (const branch of branches) {
    // Where nobody knows which files are postings, nothing is said of any.
    if (!folders && branch !== 'site') continue;
    const listed =
      branch === 'site'
        ? site
        : folders && isLang(branch)
          ? await listPostings(folder, branch, folders)
          : await listBranch(folder, branch);
    if (!listed) continue;
    if (isLang(branch)) languages += 1;
    for (const found of listed.refused) {
      index.set(found.file, { ...nothing, branch, found, stamp: JSON.stringify(found) });
    }
    queue.push(...listed.files.map((one) => ({ branch, listed: one })));
  }
  if (languages === 0 && folders) return null;
  for (const { branch, listed } of queue) {
    const stamp = stampOf(listed.path);
    const known = earlier?.get(listed.file);
    const fields = known?.stamp === stamp ? known : fieldsOf(branch, listed);
    index.set(listed.file, { ...fields, branch, found: listed, stamp });
  }
  return new Map([...index].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What `site.yml` says of the folders, and of pages that moved. */
function readSiteOf(listed: { files: ListedFile[]; refused: FoundFile[] } | null): SiteReading {
  const [file] = listed?.files ?? [];
  return readSiteFile(file ? readFileNow(file) : listed?.refused[0]);
}

function stampOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'gone';
  }
}

function fieldsOf(branch: Branch, listed: ListedFile): IndexFields {
  if (branch === 'site') return nothing;
  if (branch === 'process') {
    const name = /([^/]+)\.ya?ml$/i.exec(listed.file)?.[1];
    return { ...nothing, key: name?.normalize('NFC') ?? null };
  }
  if (!/\.md$/i.test(listed.file)) return nothing;
  const found = readFileNow(listed);
  return 'source' in found ? indexFields(branch, listed.file, found.source) : nothing;
}
