import { hasSignature, SIGNATURES } from './signatures.ts';

/**
 * Reads the OLE compound file format, a file system in a file, as far as telling documents apart
 * takes. Source: [MS-CFB] Compound File Binary File Format. Every chain is bounded by the size of
 * the file, so a hostile one ends.
 */

const HEADER_BYTES = 512;
const END_OF_CHAIN = 0xfffffffe;
const NO_STREAM = 0xffffffff;
const MAX_REGULAR_SECTOR = 0xfffffffa;
const DIRECTORY_ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
const DIFAT_ENTRIES_IN_HEADER = 109;

export interface CompoundEntry {
  /** Names from below the root, joined by `/`. */
  path: string;
  kind: 'storage' | 'stream';
  /** Bytes; 0 for a storage. */
  size: number;
  startSector: number;
}

export interface CompoundFile {
  entries: readonly CompoundEntry[];
  /** A stream's whole content; null if its chain is broken or cut off. */
  read(entry: CompoundEntry): Buffer | null;
}

interface Sectors {
  bytes: Buffer;
  sectorBytes: number;
  sectorCount: number;
  /** Which sector follows each one. */
  next: Uint32Array;
}

/** Null if the file does not hold together as a compound file. */
export function readCompoundFile(bytes: Buffer): CompoundFile | null {
  if (bytes.length < HEADER_BYTES || !hasSignature(bytes, SIGNATURES.compoundFile)) return null;
  const sectors = readSectors(bytes);
  if (sectors === null) return null;
  const directory = readChain(sectors, bytes.readUInt32LE(48));
  if (directory === null || directory.length < DIRECTORY_ENTRY_BYTES) return null;

  const root = readDirectoryEntry(directory, 0);
  if (root === null || root.type !== 5) return null;
  const entries = listEntries(directory, root.child);
  if (entries === null) return null;

  const cutoff = bytes.readUInt32LE(56);
  const readMini = (entry: CompoundEntry): Buffer | null => {
    const mini = readMiniSectors(sectors, root.startSector, bytes.readUInt32LE(60));
    return mini && readChain(mini, entry.startSector);
  };
  return {
    entries,
    read(entry) {
      if (entry.size === 0) return Buffer.alloc(0);
      const content = entry.size < cutoff ? readMini(entry) : readChain(sectors, entry.startSector);
      return content && content.length >= entry.size ? content.subarray(0, entry.size) : null;
    },
  };
}

function readSectors(bytes: Buffer): Sectors | null {
  const sectorShift = bytes.readUInt16LE(30);
  const isLittleEndian = bytes.readUInt16LE(28) === 0xfffe;
  if (!isLittleEndian || (sectorShift !== 9 && sectorShift !== 12)) return null;
  const sectorBytes = 2 ** sectorShift;
  // The header takes a sector of its own. The last sector may be short.
  const body = bytes.subarray(sectorBytes);
  const sectorCount = Math.ceil(body.length / sectorBytes);

  const tableSectors = listTableSectors(bytes, body, sectorBytes, sectorCount);
  if (tableSectors === null) return null;
  const next = new Uint32Array(sectorCount).fill(NO_STREAM);
  const perSector = sectorBytes / 4;
  for (const [index, sector] of tableSectors.entries()) {
    for (let slot = 0; slot < perSector; slot++) {
      const described = index * perSector + slot;
      const at = sector * sectorBytes + slot * 4;
      if (described >= sectorCount || at + 4 > body.length) break;
      next[described] = body.readUInt32LE(at);
    }
  }
  return { bytes: body, sectorBytes, sectorCount, next };
}

/** The sectors that hold the allocation table: 109 in the header, more in a chain of their own. */
function listTableSectors(
  header: Buffer,
  body: Buffer,
  sectorBytes: number,
  sectorCount: number,
): number[] | null {
  const wanted = header.readUInt32LE(44);
  if (wanted > sectorCount) return null;
  const found: number[] = [];
  for (let index = 0; index < Math.min(wanted, DIFAT_ENTRIES_IN_HEADER); index++) {
    found.push(header.readUInt32LE(76 + index * 4));
  }
  let chained = header.readUInt32LE(68);
  // Ends for certain: each sector adds entries, and no more are wanted than the file has sectors.
  while (found.length < wanted) {
    if (chained >= sectorCount) return null;
    const start = chained * sectorBytes;
    if (start + sectorBytes > body.length) return null;
    const perSector = sectorBytes / 4 - 1;
    for (let slot = 0; slot < perSector && found.length < wanted; slot++) {
      found.push(body.readUInt32LE(start + slot * 4));
    }
    chained = body.readUInt32LE(start + perSector * 4);
  }
  return found.every((sector) => sector < sectorCount) ? found : null;
}

/** The content along a chain of sectors; null if it leaves the file or runs in a circle. */
function readChain(sectors: Sectors, start: number): Buffer | null {
  const chunks: Buffer[] = [];
  for (let sector = start; sector !== END_OF_CHAIN; sector = sectors.next[sector] ?? NO_STREAM) {
    if (sector > MAX_REGULAR_SECTOR || sector >= sectors.sectorCount) return null;
    if (chunks.length > sectors.sectorCount) return null;
    const offset = sector * sectors.sectorBytes;
    chunks.push(sectors.bytes.subarray(offset, offset + sectors.sectorBytes));
  }
  return Buffer.concat(chunks);
}

/** Small streams share one stream, the root entry's, cut into sectors of 64 bytes. */
function readMiniSectors(sectors: Sectors, rootStart: number, tableStart: number): Sectors | null {
  const bytes = readChain(sectors, rootStart);
  const table = readChain(sectors, tableStart);
  if (bytes === null || table === null) return null;
  const next = new Uint32Array(table.length / 4);
  for (let index = 0; index < next.length; index++) next[index] = table.readUInt32LE(index * 4);
  const sectorCount = Math.ceil(bytes.length / MINI_SECTOR_BYTES);
  return { bytes, sectorBytes: MINI_SECTOR_BYTES, sectorCount, next };
}

interface DirectoryEntry {
  name: string;
  /** 1 storage, 2 stream, 5 root. */
  type: number;
  left: number;
  right: number;
  child: number;
  startSector: number;
  size: number;
}

function readDirectoryEntry(directory: Buffer, index: number): DirectoryEntry | null {
  const start = index * DIRECTORY_ENTRY_BYTES;
  if (start + DIRECTORY_ENTRY_BYTES > directory.length) return null;
  const entry = directory.subarray(start, start + DIRECTORY_ENTRY_BYTES);
  const nameBytes = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 62);
  return {
    name: entry.toString('utf16le', 0, nameBytes),
    type: entry.readUInt8(66),
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    startSector: entry.readUInt32LE(116),
    // The upper half matters only for streams larger than any file that is accepted.
    size: entry.readUInt32LE(120),
  };
}

/** Walks the tree of names; null if an entry is missing or reached twice. */
function listEntries(directory: Buffer, firstChild: number): CompoundEntry[] | null {
  const entries: CompoundEntry[] = [];
  const visited = new Set<number>();
  const pending = [{ index: firstChild, folder: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { index, folder } = next;
    if (index === NO_STREAM) continue;
    const entry = readDirectoryEntry(directory, index);
    if (entry === null || visited.has(index)) return null;
    visited.add(index);
    pending.push({ index: entry.left, folder }, { index: entry.right, folder });
    if (entry.type !== 1 && entry.type !== 2) return null;
    const path = folder + entry.name;
    // A path grows with depth: without a limit, a deep tree costs the square of its size.
    if (path.length > 1_000) return null;
    const isStream = entry.type === 2;
    entries.push({
      path,
      kind: isStream ? 'stream' : 'storage',
      size: isStream ? entry.size : 0,
      startSector: entry.startSector,
    });
    if (!isStream) pending.push({ index: entry.child, folder: `${path}/` });
  }
  return entries;
}
