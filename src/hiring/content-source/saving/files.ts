import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { decode } from '#hiring/postings/loader';
import { codeOf } from './error-code.ts';

/** Where the files of a save are: below `en`, `fr` or `process`, of a kind that holds content. */
const contentFile = /^(?:en|fr|process)\/(?:[^/\0\\]+\/)*[^/\0\\]+\.(?:md|ya?ml)$/i;

/** Whether a path can be a file that authors write: no way up, nothing hidden. */
export function isContentFile(file: string): boolean {
  return contentFile.test(file) && !file.split('/').some((part) => part.startsWith('.'));
}

/**
 * The real place of a file below `root` (links resolved), whether it exists or not; null where it
 * leads out of `root`, or to something else than a file.
 */
export async function placeOfFile(root: string, file: string): Promise<string | null> {
  if (!isContentFile(file)) return null;
  const path = join(root, file);
  const real = await realpath(path).catch(codeOf);
  if (real !== 'ENOENT') {
    if (!real.startsWith(root + sep)) return null;
    return (await stat(real)).isFile() ? real : null;
  }
  // A link to nowhere: writing would put the file wherever it points.
  if ((await lstat(path).catch(() => null)) !== null) return null;
  const parent = await nearestFolder(dirname(path));
  return parent === root || parent.startsWith(root + sep) ? path : null;
}

async function nearestFolder(folder: string): Promise<string> {
  const real = await realpath(folder).catch(codeOf);
  return real === 'ENOENT' ? nearestFolder(dirname(folder)) : real;
}

/** The exact text of a file; null where there is none; `unreadable` where it is no text of UTF-8. */
export async function readText(
  path: string,
): Promise<{ ok: true; text: string | null } | { ok: false }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? { ok: true, text: null } : { ok: false };
  }
  const found = decode('', bytes);
  return 'source' in found ? { ok: true, text: found.source } : { ok: false };
}

/**
 * The exact texts of files of a content folder at one moment of it; `text` is null where there is no
 * such file. Null where the folder, or one of the files, cannot be read.
 */
export async function readContentFiles(
  folder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string | null> | null> {
  const root = await realpath(folder).catch(() => null);
  if (root === null) return null;
  const texts = new Map<string, string | null>();
  for (const file of files) {
    const path = await placeOfFile(root, file);
    const read = path === null ? { ok: false as const } : await readText(path);
    if (!read.ok) return null;
    texts.set(file, read.text);
  }
  return texts;
}
