import { copyFileSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressed, encodings } from './compress.ts';

/** Where files go, and where those of the build before are. */
export type Folders = {
  to: string;
  /** `null` where there is no build before, or nothing of it can be used. */
  from: string | null;
  compress: boolean;
};

/** What became of a file: `same` where the bytes of the build before were used again. */
export type Placed = 'written' | 'same';

/** Writes a file and its compressed forms, or links those of the build before where they are equal. */
export function place(file: string, body: string | Uint8Array, folders: Folders): Placed {
  const { from, to, compress } = folders;
  if (from === null && !compress) {
    // Text goes to the system as it is: nothing here has to see its bytes.
    writeFileSync(join(to, file), body);
    return 'written';
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (from !== null && sameBytes(join(from, file), bytes) && reuse(file, folders)) return 'same';
  writeFileSync(join(to, file), bytes);
  if (compress) {
    for (const [extension, form] of compressed(file, bytes)) {
      writeFileSync(join(to, file + extension), form);
    }
  }
  return 'written';
}

/** Links a file of the build before, and its compressed forms. False where it is not there. */
export function reuse(file: string, { from, to, compress }: Folders): boolean {
  if (from === null) return false;
  if (!link(join(from, file), join(to, file))) return false;
  if (compress) {
    for (const extension of encodings)
      link(join(from, file + extension), join(to, file + extension));
  }
  return true;
}

/** A second name for the same bytes; a copy where the file system has no links, or no more. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') return false;
    if (code === 'EEXIST') return true;
    copyFileSync(from, to);
    return true;
  }
}

function sameBytes(path: string, body: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(body);
  } catch {
    return false;
  }
}
