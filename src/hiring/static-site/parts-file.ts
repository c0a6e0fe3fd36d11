import { closeSync, mkdirSync, openSync, readSync, writevSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compressBeside } from './compress.ts';
import { hashOf } from './hash.ts';
import { type Folders, reuse } from './place.ts';

/** A file that is made of one part for each of some pages. */
export type PartsPlan = {
  file: string;
  /** What stands before, between and after the parts. */
  opening: string;
  between: string;
  closing: string;
  /** In the order of the parts. */
  pages: readonly string[];
};

/** What a build knows of such a file: where to find the parts again. */
export type PartsRecord = {
  hash: string;
  pages: readonly string[];
  /** Lengths in bytes of the opening and of each part. */
  lengths: readonly number[];
};

export type PartsFile = {
  /** Takes the part of a page, in any order; null: as in the build before. */
  take(page: string, part: Uint8Array | null): void;
  /** Ends the file, once every part was taken. */
  finish(): Promise<{ record: PartsRecord; same: boolean }>;
};

/** Bytes that are written at once. */
const chunk = 262_144;

/**
 * Parts are written as soon as those before them are there, so that a feed of thousands of postings
 * never stands in memory. Where no page changed, the file of the build before is linked.
 */
export function createPartsFile(
  plan: PartsPlan,
  {
    folders,
    pageHashes,
    before,
  }: {
    folders: Folders;
    /** By page, a hash of all that it shows. */
    pageHashes: Readonly<Record<string, string>>;
    before: PartsRecord | null;
  },
): PartsFile {
  const { file, opening, between, closing, pages } = plan;
  const hash = hashOf([opening, between, closing, pages.map((page) => [page, pageHashes[page]])]);
  const path = join(folders.to, file);
  mkdirSync(dirname(path), { recursive: true });
  if (before?.hash === hash && reuse(file, folders)) {
    return { take() {}, finish: async () => ({ record: before, same: true }) };
  }
  const writer = createWriter(path);
  const old =
    before && folders.from !== null ? openOld(join(folders.from, file), before, between) : null;
  const order = new Map(pages.map((page, index) => [page, index]));
  const waiting = new Map<number, Uint8Array | null>();
  const lengths = [writer.write(Buffer.from(opening))];
  const separator = Buffer.from(between);
  let next = 0;
  let first = true;

  function writePart(page: string, part: Uint8Array | null): void {
    const bytes = part ?? old?.partOf(page);
    if (!bytes) throw new Error(`${file} has no part for ${page}`);
    lengths.push(bytes.length);
    if (bytes.length === 0) return;
    if (!first) writer.write(separator);
    first = false;
    writer.write(bytes);
  }

  return {
    take(page, part) {
      const index = order.get(page);
      if (index === undefined) return;
      waiting.set(index, part);
      for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
        waiting.delete(next);
        writePart(pages[next]!, ready);
        next += 1;
      }
    },
    async finish() {
      if (next < pages.length) throw new Error(`${file} lacks ${pages[next]}`);
      writer.write(Buffer.from(closing));
      writer.close();
      old?.close();
      if (folders.compress) await compressBeside(path);
      return { record: { hash, pages, lengths }, same: false };
    },
  };
}

function createWriter(path: string) {
  const handle = openSync(path, 'w');
  let pending: Uint8Array[] = [];
  let bytes = 0;
  const flush = (): void => {
    const written = writevSync(handle, pending);
    if (written < bytes) throw new Error(`${path}: ${written} of ${bytes} bytes written`);
    pending = [];
    bytes = 0;
  };
  return {
    /** Takes bytes, and gives back how many. */
    write(more: Uint8Array): number {
      pending.push(more);
      bytes += more.length;
      if (bytes >= chunk) flush();
      return more.length;
    },
    close() {
      flush();
      closeSync(handle);
    },
  };
}

/** The parts of the file of the build before. */
function openOld(path: string, { pages, lengths }: PartsRecord, between: string) {
  const places = new Map<string, { start: number; length: number }>();
  const gap = Buffer.byteLength(between);
  let start = lengths[0] ?? 0;
  let first = true;
  for (const [index, page] of pages.entries()) {
    const length = lengths[index + 1] ?? 0;
    if (length > 0 && !first) start += gap;
    places.set(page, { start, length });
    start += length;
    if (length > 0) first = false;
  }
  const handle = openSync(path, 'r');
  return {
    partOf(page: string): Buffer | null {
      const place = places.get(page);
      if (!place) return null;
      const bytes = Buffer.allocUnsafe(place.length);
      readSync(handle, bytes, 0, place.length, place.start);
      return bytes;
    },
    close: () => closeSync(handle),
  };
}
