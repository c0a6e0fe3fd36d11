import { expect, test } from 'vitest';
import { writeCompoundFile } from '../testing/index.ts';
import { readCompoundFile } from './compound-file.ts';

const streams = [
  { path: 'Large', content: Buffer.alloc(100_001, 'large ') },
  { path: 'Small', content: Buffer.alloc(4_095, 'small ') },
  { path: 'Folder/Inner/Tiny', content: Buffer.from('tiny') },
  { path: 'Folder/Other', content: Buffer.alloc(4_096, 'other ') },
  { path: 'Empty', content: Buffer.alloc(0) },
];

test('finds every stream and its content', () => {
  const file = readCompoundFile(writeCompoundFile(streams));
  const found = file?.entries.filter((entry) => entry.kind === 'stream') ?? [];
  expect(new Map(found.map((entry) => [entry.path, file?.read(entry)?.toString()]))).toEqual(
    new Map(streams.map(({ path, content }) => [path, content.toString()])),
  );
  expect(file?.entries.filter((entry) => entry.kind === 'storage').map(({ path }) => path)).toEqual(
    ['Folder', 'Folder/Inner'],
  );
});

test('a last sector that is cut short is read as far as its stream goes', () => {
  const bytes = writeCompoundFile([{ path: 'Large', content: Buffer.alloc(5_000, 'x') }]);
  const file = readCompoundFile(bytes);
  const entry = file?.entries[0];
  expect(entry && file?.read({ ...entry, size: 5_120 })?.length).toBe(5_120);
  expect(entry && file?.read({ ...entry, size: 5_121 })).toBeNull();
});

test.each([
  ['no header', (bytes: Buffer) => bytes.fill(0, 0, 8)],
  ['an unknown sector size', (bytes: Buffer) => bytes.writeUInt16LE(10, 30)],
  ['more table sectors than the file has', (bytes: Buffer) => bytes.writeUInt32LE(9_999, 44)],
  ['a table beyond the end', (bytes: Buffer) => bytes.writeUInt32LE(9_999, 76)],
  ['a directory beyond the end', (bytes: Buffer) => bytes.writeUInt32LE(9_999, 48)],
  ['a chained table that leads nowhere', (bytes: Buffer) => bytes.writeUInt32LE(110, 44)],
])('%s makes it no compound file', (_, damage) => {
  const bytes = writeCompoundFile(streams);
  damage(bytes);
  expect(readCompoundFile(bytes)).toBeNull();
});

test('noise in place of tables and names never hangs or throws', () => {
  const original = writeCompoundFile(streams);
  let state = 7;
  for (let round = 0; round < 300; round++) {
    const bytes = Buffer.from(original);
    for (let change = 0; change < 20; change++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      // Mostly in the header, the directory and the table, where it matters.
      const at = round % 2 === 0 ? state % 512 : bytes.length - 1 - (state % 4_096);
      bytes[at] = state >>> 24;
    }
    bytes.set(original.subarray(0, 8));
    const file = readCompoundFile(bytes);
    for (const entry of file?.entries ?? []) {
      const content = file?.read(entry);
      expect(content === null || content?.length === entry.size).toBe(true);
    }
  }
});
