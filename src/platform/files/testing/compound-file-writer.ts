/** A stream of a compound file for tests; `/` in its path makes storages. */
export interface CompoundStream {
  path: string;
  content: Buffer;
}

const SECTOR = 512;
const MINI_SECTOR = 64;
const MINI_CUTOFF = 4096;
const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const TABLE_SECTOR = 0xfffffffd;

interface Node {
  name: string;
  children: Map<string, Node>;
  content?: Buffer;
}

/** Writes an OLE compound file, version 3, of at most 6.8 MB ([MS-CFB]; no DIFAT sectors). */
export function writeCompoundFile(streams: readonly CompoundStream[]): Buffer {
  const sectors: Buffer[] = [];
  const next: number[] = [];
  const store = (content: Buffer): number => {
    const count = Math.ceil(content.length / SECTOR);
    const start = sectors.length;
    for (let index = 0; index < count; index++) {
      const sector = Buffer.alloc(SECTOR);
      content.copy(sector, 0, index * SECTOR, (index + 1) * SECTOR);
      sectors.push(sector);
      next.push(index === count - 1 ? END_OF_CHAIN : start + index + 1);
    }
    return count === 0 ? END_OF_CHAIN : start;
  };

  const mini: Buffer[] = [];
  const miniNext: number[] = [];
  const storeMini = (content: Buffer): number => {
    const count = Math.ceil(content.length / MINI_SECTOR);
    const start = miniNext.length;
    mini.push(Buffer.concat([content], count * MINI_SECTOR));
    for (let index = 0; index < count; index++) {
      miniNext.push(index === count - 1 ? END_OF_CHAIN : start + index + 1);
    }
    return count === 0 ? END_OF_CHAIN : start;
  };

  const directory: Buffer[] = [];
  const addEntry = (node: Node, type: number): number => {
    const at = directory.length;
    const entry = Buffer.alloc(128);
    directory.push(entry);
    entry.write(node.name, 0, 'utf16le');
    entry.writeUInt16LE((node.name.length + 1) * 2, 64);
    entry.writeUInt8(type, 66);
    entry.writeUInt8(1, 67);
    entry.writeUInt32LE(FREE, 68);
    entry.writeUInt32LE(FREE, 72);
    if (node.content !== undefined) {
      const isMini = node.content.length < MINI_CUTOFF;
      entry.writeUInt32LE(isMini ? storeMini(node.content) : store(node.content), 116);
      entry.writeUInt32LE(node.content.length, 120);
    }
    entry.writeUInt32LE(addSiblings([...node.children.values()].sort(byName)), 76);
    return at;
  };
  // Each sibling hangs to the right of the one before: a search tree, if a lopsided one.
  const addSiblings = ([first, ...rest]: readonly Node[]): number => {
    if (first === undefined) return FREE;
    const at = addEntry(first, first.content === undefined ? 1 : 2);
    directory[at]?.writeUInt32LE(addSiblings(rest), 72);
    return at;
  };
  addEntry(buildTree(streams), 5);

  const miniStream = Buffer.concat(mini);
  directory[0]?.writeUInt32LE(store(miniStream), 116);
  directory[0]?.writeUInt32LE(miniStream.length, 120);
  const miniTable = store(toTable(miniNext));
  const directoryStart = store(Buffer.concat(directory));

  const tableSectors = Math.ceil(sectors.length / (SECTOR / 4 - 1));
  const tableStart = sectors.length;
  next.push(...Array.from({ length: tableSectors }, () => TABLE_SECTOR));

  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(MINI_CUTOFF, 56);
  header.writeUInt32LE(miniTable, 60);
  header.writeUInt32LE(Math.ceil((miniNext.length * 4) / SECTOR), 64);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  for (let index = 0; index < 109; index++) {
    header.writeUInt32LE(index < tableSectors ? tableStart + index : FREE, 76 + index * 4);
  }
  return Buffer.concat([header, ...sectors, toTable(next)]);
}

/** A table of sector numbers, filled up to whole sectors. */
function toTable(numbers: readonly number[]): Buffer {
  const table = Buffer.alloc(Math.ceil((numbers.length * 4) / SECTOR) * SECTOR, 0xff);
  for (const [index, number] of numbers.entries()) table.writeUInt32LE(number, index * 4);
  return table;
}

/** The order of names in a compound file: shorter first, then by upper case. */
function byName(one: Node, other: Node): number {
  if (one.name.length !== other.name.length) return one.name.length - other.name.length;
  return one.name.toUpperCase() < other.name.toUpperCase() ? -1 : 1;
}

function buildTree(streams: readonly CompoundStream[]): Node {
  const root: Node = { name: 'Root Entry', children: new Map() };
  for (const { path, content } of streams) {
    let folder = root;
    const names = path.split('/');
    for (const [index, name] of names.entries()) {
      const child = folder.children.get(name) ?? { name, children: new Map<string, Node>() };
      if (index === names.length - 1) child.content = content;
      folder.children.set(name, child);
      folder = child;
    }
  }
  return root;
}
