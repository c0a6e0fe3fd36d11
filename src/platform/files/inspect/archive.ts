import { buffer as readWhole } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { RefusalKind } from './inspection.ts';
import { hasSignature, SIGNATURES } from './signatures.ts';
import { findZipEnds } from './zip-end.ts';

/** What one uploaded archive may cost, its nested archives included. Mutable: it is spent. */
export interface ArchiveBudget {
  entriesLeft: number;
  /** Bytes of inflated content. */
  bytesLeft: number;
}

/** An ordinary long résumé with pictures has tens of parts and a few megabytes of content. */
export function newArchiveBudget(): ArchiveBudget {
  return { entriesLeft: 2_000, bytesLeft: 100 * 1024 * 1024 };
}

/** Content may be this many times larger than its compressed form, once it is large at all. */
const MAX_RATIO = 100;
const RATIO_MATTERS_ABOVE_BYTES = 20 * 1024 * 1024;
/** A document may embed another one (a chart brings its workbook), which may embed one more. */
const MAX_NESTING = 2;
const MAX_NESTED_BYTES = 32 * 1024 * 1024;
const MAX_COMMENT_BYTES = 256;

export interface Archive {
  entries: readonly Entry[];
  zip: ZipFile;
}

export type OpenedArchive = { ok: true; archive: Archive } | { ok: false; kind: RefusalKind };

/**
 * Reads and checks an archive's directory without inflating anything: entry count, declared
 * sizes and ratio, encryption, overlapping or duplicate entries, bytes before or after it.
 */
export async function openArchive(bytes: Buffer, budget: ArchiveBudget): Promise<OpenedArchive> {
  const ends = findZipEnds(bytes);
  const end = ends.find((candidate) => candidate.trailing === 0);
  if (end === undefined) return { ok: false, kind: ends.length === 0 ? 'damaged' : 'polyglot' };
  // More before it than it knows of: another file came first.
  if (end.unaccounted > 0 || end.commentLength > MAX_COMMENT_BYTES)
    return { ok: false, kind: 'polyglot' };

  const entries: Entry[] = [];
  let zip: ZipFile;
  let spans: Span[];
  try {
    zip = await fromBufferPromise(bytes);
    if (zip.entryCount > budget.entriesLeft) return { ok: false, kind: 'archive-bomb' };
    budget.entriesLeft -= zip.entryCount;
    for await (const entry of zip.eachEntry()) entries.push(entry);
    spans = await readSpans(zip, entries);
  } catch (error) {
    return { ok: false, kind: kindOfReadError(error) };
  }

  if (entries.length === 0) return { ok: false, kind: 'damaged' };
  if (entries.some((entry) => entry.isEncrypted())) return { ok: false, kind: 'encrypted' };
  const spanProblem = checkSpans(spans);
  if (spanProblem !== null) return { ok: false, kind: spanProblem };
  if (exceedsDeclaredLimits(entries, budget)) return { ok: false, kind: 'archive-bomb' };
  // Two parts of one name: each reader would pick its own.
  const names = new Set(entries.map((entry) => entry.fileName.toLowerCase()));
  if (names.size !== entries.length) return { ok: false, kind: 'damaged' };
  return { ok: true, archive: { entries, zip } };
}

interface Span {
  start: number;
  end: number;
}

async function readSpans(zip: ZipFile, entries: readonly Entry[]): Promise<Span[]> {
  const spans: Span[] = [];
  for (const entry of entries) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    spans.push({
      start: entry.relativeOffsetOfLocalHeader,
      end: fileDataStart + entry.compressedSize,
    });
  }
  return spans.sort((one, other) => one.start - other.start);
}

function checkSpans(spans: readonly Span[]): RefusalKind | null {
  if (spans[0]?.start !== 0) return 'polyglot';
  const overlaps = spans.some((span, index) => span.start < (spans[index - 1]?.end ?? 0));
  return overlaps ? 'archive-bomb' : null;
}

function exceedsDeclaredLimits(entries: readonly Entry[], budget: ArchiveBudget): boolean {
  let compressed = 0;
  let uncompressed = 0;
  for (const entry of entries) {
    compressed += entry.compressedSize;
    uncompressed += entry.uncompressedSize;
  }
  if (uncompressed > budget.bytesLeft) return true;
  return uncompressed > RATIO_MATTERS_ABOVE_BYTES && uncompressed > compressed * MAX_RATIO;
}

/** The libraries report by message only; anything not recognised is damage. */
function kindOfReadError(error: unknown): RefusalKind {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('strong encryption')) return 'encrypted';
  // More content than declared: the directory lies about sizes, as bombs do.
  if (message.startsWith('too many bytes in the stream')) return 'archive-bomb';
  return 'damaged';
}

/** One part's content, or null if it is larger than `maxBytes` or cannot be read. */
export async function readPart(
  archive: Archive,
  entry: Entry,
  maxBytes: number,
): Promise<Buffer | null> {
  if (entry.uncompressedSize > maxBytes) return null;
  try {
    return await readWhole(await archive.zip.openReadStreamPromise(entry));
  } catch {
    return null;
  }
}

/**
 * Inflates every part for real, keeping none, within the budget: proves that the declared sizes
 * and checksums are true and looks into archives within the archive. Null if all is well.
 */
export async function verifyContent(
  archive: Archive,
  budget: ArchiveBudget,
  nesting = 0,
): Promise<RefusalKind | null> {
  for (const entry of archive.entries) {
    if (entry.fileName.endsWith('/')) continue;
    if (/(?:^|\/)vba(?:project\.bin|data\.xml)$/i.test(entry.fileName)) return 'macros';
    const problem = await verifyPart(archive, entry, budget, nesting);
    if (problem !== null) return problem;
  }
  return null;
}

async function verifyPart(
  archive: Archive,
  entry: Entry,
  budget: ArchiveBudget,
  nesting: number,
): Promise<RefusalKind | null> {
  let checksum = 0;
  let isArchive: boolean | undefined;
  const nested: Buffer[] = [];
  try {
    const stream = await archive.zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.bytesLeft -= chunk.length;
      if (budget.bytesLeft < 0) return 'archive-bomb';
      checksum = crc32(chunk, checksum);
      isArchive ??= hasSignature(chunk, SIGNATURES.zipEntry);
      if (isArchive) nested.push(chunk);
    }
  } catch (error) {
    return kindOfReadError(error);
  }
  if (checksum !== entry.crc32) return 'damaged';
  return isArchive ? await verifyNested(nested, budget, nesting + 1) : null;
}

async function verifyNested(
  chunks: Buffer[],
  budget: ArchiveBudget,
  nesting: number,
): Promise<RefusalKind | null> {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (nesting > MAX_NESTING || length > MAX_NESTED_BYTES) return 'archive-bomb';
  const opened = await openArchive(Buffer.concat(chunks), budget);
  const problem = opened.ok ? await verifyContent(opened.archive, budget, nesting) : opened.kind;
  // Something inside that no reader can open either is only bytes.
  return problem === 'damaged' || problem === 'polyglot' ? null : problem;
}
