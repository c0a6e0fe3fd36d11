import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lang } from '#platform/i18n';
import { type ProblemReason } from '../problem.ts';
import { type PostingFolders, branchesOf } from './site-places.ts';

/** A file's text, or why there is none. `file` is relative to the content folder, with "/". */
export type FoundFile =
  | { file: string; source: string }
  | { file: string; refusal: ProblemReason; line: number | null };

/** The parts of a content folder, each in order of path. */
export type Branches = {
  readonly en: readonly FoundFile[];
  readonly fr: readonly FoundFile[];
  readonly process: readonly FoundFile[];
  readonly site: readonly FoundFile[];
};

/** Above this a file is no posting. */
const maxBytes = 1_000_000;

/** Files open at the same time: enough to keep a disk busy, far below the usual limit of 1024. */
const readersAtOnce = 24;

/** A file that was found but not read yet. `path` is absolute. */
export type ListedFile = { readonly file: string; readonly path: string };

/**
 * Reads every file under `folder/branch`, to any depth, in order of path. Hidden files, the copies
 * that editors leave and Hugo's pages of folders are passed over; links are followed as long as they stay in the
 * content folder. `null` where the branch does not exist.
 */
export async function readBranch(folder: string, branch: string): Promise<FoundFile[] | null> {
  const listed = await listBranch(folder, branch);
  return listed && readListed(listed);
}

/** Reads the files of one language in the folders that hold its postings, as `readBranch` does. */
export async function readPostings(
  folder: string,
  lang: Lang,
  folders: PostingFolders,
): Promise<FoundFile[] | null> {
  const listed = await listPostings(folder, lang, folders);
  return listed && readListed(listed);
}

async function readListed(listed: Listed): Promise<FoundFile[]> {
  const found: FoundFile[] = [...listed.refused];
  const queue = listed.files.values();
  const reader = async (): Promise<void> => {
    const scratch = newScratch();
    for (const listedFile of queue) found.push(await readFileAt(listedFile, scratch));
  };
  await Promise.all(Array.from({ length: readersAtOnce }, reader));
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Files that can be read, and those that cannot. */
export type Listed = { files: ListedFile[]; refused: FoundFile[] };

/**
 * The files that `readPostings` would read. A folder that is named and missing is one that cannot
 * be read: what it held is not withdrawn by a slip in `site.yml`.
 */
export async function listPostings(
  folder: string,
  lang: Lang,
  folders: PostingFolders,
): Promise<Listed | null> {
  const whole = folders[lang].length === 0;
  if (!whole && !(await hasEntry(folder, lang))) return null;
  const files = new Map<string, ListedFile>();
  const refusals = new Map<string, FoundFile>();
  for (const branch of branchesOf(lang, folders)) {
    const listed = await listBranch(folder, branch);
    if (!listed && whole) return null;
    if (!listed) refusals.set(branch, refused(branch, { kind: 'postings-folder-missing' }));
    // One folder may be inside another.
    for (const one of listed?.files ?? []) files.set(one.file, one);
    for (const one of listed?.refused ?? []) refusals.set(one.file, one);
  }
  return { files: [...files.values()], refused: [...refusals.values()] };
}

async function hasEntry(folder: string, name: string): Promise<boolean> {
  const root = await realpath(folder);
  return (await entry(root, folder, name)) !== 'missing';
}

/** The files that `readBranch` would read, and those that cannot be. */
export async function listBranch(folder: string, branch: string): Promise<Listed | null> {
  const root = await realpath(folder);
  const start = await entry(root, folder, branch);
  if (start === 'missing') return null;
  if (start.kind === 'refused') return { files: [], refused: [refused(branch, start.reason)] };
  const found: FoundFile[] = [];
  const files: ListedFile[] = [];
  const visited = new Set<string>();
  const walk = async (relative: string, real: string): Promise<void> => {
    if (visited.has(real)) return;
    visited.add(real);
    const entries = await readdir(real, { withFileTypes: true }).catch(codeOf);
    if (typeof entries === 'string') {
      found.push(refused(relative, { kind: 'unreadable', code: entries }));
      return;
    }
    for (const one of entries) {
      if (passedOver(one.name)) continue;
      const file = `${relative}/${one.name}`;
      // Most entries: nothing to follow, so nothing that could lead elsewhere.
      if (one.isFile()) files.push({ file, path: join(real, one.name) });
      else await follow(file);
    }
  };
  const follow = async (file: string): Promise<void> => {
    const inside = await entry(root, folder, file);
    // It was there when the folder was listed: a link to nowhere, or a file just deleted.
    if (inside === 'missing') found.push(refused(file, { kind: 'unreadable', code: 'ENOENT' }));
    else if (inside.kind === 'refused') found.push(refused(file, inside.reason));
    else if (inside.kind === 'folder') await walk(file, inside.real);
    else files.push({ file, path: inside.real });
  };
  if (start.kind === 'folder') await walk(branch, start.real);
  else files.push({ file: branch, path: start.real });
  return { files, refused: found };
}

/** A reader's own buffer, used again for each file: thousands of them are read. */
type Scratch = { bytes: Buffer };

function newScratch(): Scratch {
  return { bytes: Buffer.allocUnsafe(65_536) };
}

type Entry =
  | { kind: 'file'; real: string }
  | { kind: 'folder'; real: string }
  | { kind: 'refused'; reason: ProblemReason };

async function entry(root: string, folder: string, relative: string): Promise<Entry | 'missing'> {
  try {
    const real = await realpath(join(folder, relative));
    if (real !== root && !real.startsWith(`${root}/`)) {
      return { kind: 'refused', reason: { kind: 'symlink-outside' } };
    }
    const facts = await stat(real);
    if (facts.isDirectory()) return { kind: 'folder', real };
    if (facts.isFile()) return { kind: 'file', real };
    // A pipe or a device would be waited for, perhaps forever.
    return { kind: 'refused', reason: { kind: 'unreadable', code: 'ENOTFILE' } };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return 'missing';
    return { kind: 'refused', reason: { kind: 'unreadable', code } };
  }
}

/** The text of a listed file. Never rejects: what stands in the way is part of the answer. */
export async function readFileAt(
  { file, path }: ListedFile,
  scratch: Scratch = newScratch(),
): Promise<FoundFile> {
  try {
    // Not to wait for a writer, should the file have become a pipe since it was listed.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) return refused(file, { kind: 'too-large', bytes: size });
      if (size > scratch.bytes.length) scratch.bytes = Buffer.allocUnsafe(maxBytes);
      const { bytesRead } = await handle.read(scratch.bytes, 0, size, 0);
      return decode(file, scratch.bytes.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refused(file, { kind: 'unreadable', code: codeOf(error) });
  }
}

const shared = newScratch();

/** `readFileAt` for a thread that has nothing else to do meanwhile: several times as fast. */
export function readFileNow({ file, path }: ListedFile, scratch = shared): FoundFile {
  try {
    const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { size } = fstatSync(handle);
      if (size > maxBytes) return refused(file, { kind: 'too-large', bytes: size });
      if (size > scratch.bytes.length) scratch.bytes = Buffer.allocUnsafe(maxBytes);
      return decode(file, scratch.bytes.subarray(0, readSync(handle, scratch.bytes, 0, size, 0)));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return refused(file, { kind: 'unreadable', code: codeOf(error) });
  }
}

/** The text of a file, its byte-order mark kept: what is hashed must be what is on the disk. */
export function decode(file: string, bytes: Uint8Array): FoundFile {
  if (bytes.includes(0)) return refused(file, { kind: 'binary-file' });
  try {
    return { file, source: strictUtf8.decode(bytes) };
  } catch {
    return refused(file, { kind: 'not-utf8' }, lineOfBadByte(bytes));
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      strictUtf8.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

function passedOver(name: string): boolean {
  // `_index.md` is Hugo's page of the folder itself.
  return name.startsWith('.') || name.endsWith('~') || /^#.*#$|^_index\.md$/.test(name);
}

function refused(file: string, refusal: ProblemReason, line: number | null = null): FoundFile {
  return { file, refusal, line };
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'EIO';
}
