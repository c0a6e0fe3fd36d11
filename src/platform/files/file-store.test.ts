import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer as readWhole } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileStore, type FileStore } from './index.ts';

const log = pino({ level: 'silent' });
const maxBytes = 1_000_000;
const content = Buffer.from('A résumé.'.repeat(10_000));
const sha256 = createHash('sha256').update(content).digest('hex');

let folder: string;
let store: FileStore;

beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'tandem-store-'));
  store = createFileStore({ folder: join(folder, 'files'), log });
});

afterEach(() => fs.rm(folder, { recursive: true, force: true }));

/** A stream in pieces, as a request brings them. */
async function* inPieces(bytes: Buffer, pieceBytes = 10_000) {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    await Promise.resolve();
    yield bytes.subarray(at, at + pieceBytes);
  }
}

async function listFiles(): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function stage(bytes = content) {
  const result = await store.stage(inPieces(bytes), { maxBytes });
  if (!result.ok) throw new Error(result.error.kind);
  return result.staged;
}

describe('put', () => {
  test('keeps a file under the hash of its content', async () => {
    const result = await store.put(inPieces(content), { maxBytes });
    expect(result).toEqual({ ok: true, sha256, size: content.length });
    const path = join(folder, 'files', sha256.slice(0, 2), sha256);
    expect(store.pathOf(sha256)).toBe(path);
    expect(await fs.readFile(path)).toEqual(content);
    expect(await listFiles()).toEqual([path]);
  });

  test('readable by this user only', async () => {
    await store.put(inPieces(content), { maxBytes });
    expect((await fs.stat(store.pathOf(sha256))).mode & 0o777).toBe(0o600);
    for (const part of ['', 'tmp', sha256.slice(0, 2), sha256.slice(0, 2)]) {
      expect((await fs.stat(join(folder, 'files', part))).mode & 0o777).toBe(0o700);
    }
  });

  test('is idempotent, also for two at the same time and two processes', async () => {
    const other = createFileStore({ folder: join(folder, 'files'), log });
    const results = await Promise.all([
      store.put(inPieces(content), { maxBytes }),
      store.put(inPieces(content), { maxBytes }),
      other.put(inPieces(content), { maxBytes }),
    ]);
    expect(new Set(results.map((result) => result.ok && result.sha256))).toEqual(new Set([sha256]));
    expect(await listFiles()).toEqual([store.pathOf(sha256)]);
  });

  test('takes a path as well, and leaves that file alone', async () => {
    const source = join(folder, 'source');
    await fs.writeFile(source, content);
    expect(await store.put(source, { maxBytes })).toEqual({
      ok: true,
      sha256,
      size: content.length,
    });
    expect(await fs.readFile(source)).toEqual(content);
    await expect(store.put(join(folder, 'absent'), { maxBytes })).rejects.toThrow('ENOENT');
  });

  test('takes an empty stream', async () => {
    expect(await store.put(inPieces(Buffer.alloc(0)), { maxBytes })).toMatchObject({
      ok: true,
      size: 0,
    });
  });
});

/** After everything that a test wrote. */
const later = (): Date => new Date(Date.now() + 60_000);

describe('a file that cannot be taken leaves nothing behind', () => {
  test('too large: exactly the limit is not', async () => {
    const limits = { maxBytes: content.length };
    expect(await store.put(inPieces(content), limits)).toMatchObject({ ok: true });
    await store.removeUnused(sha256, later());
    const larger = Buffer.concat([content, Buffer.from('x')]);
    expect(await store.put(inPieces(larger), limits)).toEqual({
      ok: false,
      error: { kind: 'too-large' },
    });
    expect(await listFiles()).toEqual([]);
  });

  test('too large: the stream is read to its end, for what follows it in a form', async () => {
    let reachedEnd = false;
    async function* source() {
      yield* inPieces(content);
      reachedEnd = true;
    }
    expect(await store.put(source(), { maxBytes: 100 })).toMatchObject({ ok: false });
    expect(reachedEnd).toBe(true);
  });

  test('too large by the account of the stream itself', async () => {
    const source = Object.assign(Readable.from(inPieces(content)), { truncated: true });
    expect(await store.put(source, { maxBytes })).toEqual({
      ok: false,
      error: { kind: 'too-large' },
    });
    expect(await listFiles()).toEqual([]);
  });

  test('a stream that fails', async () => {
    async function* source() {
      yield content;
      throw new Error('connection reset');
    }
    expect(await store.put(source(), { maxBytes })).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
    expect(await listFiles()).toEqual([]);
  });

  test('a stream that is cut off without an error', async () => {
    const source = new Readable({ read() {} });
    source.push(content);
    setTimeout(() => source.destroy(), 20);
    expect(await store.put(source, { maxBytes })).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
    expect(await listFiles()).toEqual([]);
  });
});

describe('staging', () => {
  test('gives the whole file to look at before it is taken', async () => {
    const staged = await stage();
    expect(staged).toMatchObject({ sha256, size: content.length });
    expect(await fs.readFile(staged.path)).toEqual(content);
    expect(await store.has(sha256)).toBe(false);
    expect(await staged.commit()).toEqual({ ok: true, sha256, size: content.length });
    expect(await store.has(sha256)).toBe(true);
    expect(await listFiles()).toEqual([store.pathOf(sha256)]);
  });

  test('discarding leaves nothing; after committing it does nothing', async () => {
    const staged = await stage();
    await staged.discard();
    await staged.discard();
    expect(await listFiles()).toEqual([]);
    await expect(staged.commit()).rejects.toThrow('discarded');

    const kept = await stage();
    await kept.commit();
    await kept.discard();
    expect(await store.has(sha256)).toBe(true);
  });

  test('the sweep takes abandoned files only', async () => {
    expect(await store.sweepTemporary(new Date())).toBe(0);
    const abandoned = await stage();
    const fresh = await stage();
    await store.put(inPieces(Buffer.from('kept')), { maxBytes });
    const anHourAgo = new Date('2030-01-01T11:00:00Z');
    await fs.utimes(abandoned.path, anHourAgo, new Date('2030-01-01T10:59:59Z'));
    await fs.utimes(fresh.path, anHourAgo, anHourAgo);
    expect(await store.sweepTemporary(anHourAgo)).toBe(1);
    expect(await listFiles()).toHaveLength(2);
    expect(await fs.readFile(fresh.path)).toEqual(content);
  });
});

describe('reading and removing', () => {
  test('open', async () => {
    expect(await store.open(sha256)).toBeNull();
    await store.put(inPieces(content), { maxBytes });
    const opened = await store.open(sha256);
    expect(opened?.size).toBe(content.length);
    expect(opened && (await readWhole(opened.stream))).toEqual(content);
  });

  test('has, and removeUnused, which leaves what has just come', async () => {
    expect(await store.has(sha256)).toBe(false);
    expect(await store.removeUnused(sha256, later())).toBe(false);
    await store.put(inPieces(content), { maxBytes });
    expect(await store.removeUnused(sha256, new Date(0))).toBe(false);
    expect(await store.has(sha256)).toBe(true);
    expect(await store.removeUnused(sha256, later())).toBe(true);
    expect(await store.has(sha256)).toBe(false);
    expect(await listFiles()).toEqual([]);
  });

  test.each([
    '',
    '..',
    '../../etc/passwd',
    sha256.toUpperCase(),
    `${sha256}/..`,
    `${sha256}\n`,
    'a'.repeat(63),
  ])('%j is refused as a name', async (name) => {
    expect(() => store.pathOf(name)).toThrow(RangeError);
    await expect(store.open(name)).rejects.toThrow(RangeError);
    await expect(store.has(name)).rejects.toThrow(RangeError);
    await expect(store.removeUnused(name, later())).rejects.toThrow(RangeError);
  });
});

describe('failing disks', () => {
  /** A store whose temporary files fail at one operation, after so many successes of it. */
  function failingStore(
    operation: 'open' | 'appendFile' | 'sync' | 'close',
    code: string,
    after = 0,
  ) {
    const failure = Object.assign(new Error(code), { code });
    let left = after;
    const failNow = () => left-- <= 0;
    return createFileStore({
      folder: join(folder, 'files'),
      log,
      async openFile(...args) {
        if (operation === 'open' && failNow()) throw failure;
        const file = await fs.open(...args);
        const appendFile = file.appendFile.bind(file);
        const sync = file.sync.bind(file);
        const close = file.close.bind(file);
        const unlessFailing = async (name: typeof operation, work: () => Promise<void>) => {
          if (operation === name && failNow()) throw failure;
          await work();
        };
        return Object.assign(file, {
          appendFile: (data: Uint8Array) => unlessFailing('appendFile', () => appendFile(data)),
          sync: () => unlessFailing('sync', sync),
          async close() {
            // The descriptor is given back even when closing reports a failure.
            await close();
            await unlessFailing('close', () => Promise.resolve());
          },
        });
      },
    });
  }

  test.each([
    ['open', 'ENOSPC', 0],
    ['appendFile', 'ENOSPC', 0],
    ['appendFile', 'ENOSPC', 3],
    ['appendFile', 'EDQUOT', 3],
    ['sync', 'ENOSPC', 0],
    ['close', 'EDQUOT', 0],
  ] as const)('%s fails with %s after %d', async (operation, code, after) => {
    let reachedEnd = false;
    async function* source() {
      yield* inPieces(content);
      reachedEnd = true;
    }
    const result = await failingStore(operation, code, after).put(source(), { maxBytes });
    expect(result).toEqual({ ok: false, error: { kind: 'disk-full' } });
    expect(reachedEnd).toBe(true);
    expect(await listFiles()).toEqual([]);
  });

  test.each(['open', 'appendFile', 'sync'] as const)(
    '%s fails with EIO: an outage',
    async (operation) => {
      await expect(
        failingStore(operation, 'EIO').put(inPieces(content), { maxBytes }),
      ).rejects.toThrow('EIO');
      expect(await listFiles()).toEqual([]);
    },
  );

  test('a disk that is really full', async (context) => {
    const mountPoint = join(folder, 'small');
    await fs.mkdir(mountPoint);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mountPoint]);
    if (mounted.status !== 0) context.skip('A small disk can be mounted by root only.');
    try {
      const small = createFileStore({ folder: join(mountPoint, 'files'), log });
      expect(await small.put(inPieces(content), { maxBytes })).toEqual({
        ok: false,
        error: { kind: 'disk-full' },
      });
      expect(await fs.readdir(join(mountPoint, 'files', 'tmp'))).toEqual([]);
      const little = content.subarray(0, 10_000);
      expect(await small.put(inPieces(little), { maxBytes })).toMatchObject({ ok: true });
    } finally {
      spawnSync('umount', [mountPoint]);
    }
  });

  test('a disk without room for one more folder, when a file is committed', async (context) => {
    const mountPoint = join(folder, 'small');
    await fs.mkdir(mountPoint);
    // The mount itself, `files`, `tmp` and one file: no entry is left for `ab`.
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'nr_inodes=4', 'tmpfs', mountPoint]);
    if (mounted.status !== 0) context.skip('A small disk can be mounted by root only.');
    try {
      const small = createFileStore({ folder: join(mountPoint, 'files'), log });
      const result = await small.stage(inPieces(content), { maxBytes });
      expect(result).toMatchObject({ ok: true });
      const committed = result.ok ? await result.staged.commit() : undefined;
      expect(committed).toEqual({ ok: false, error: { kind: 'disk-full' } });
      expect(await fs.readdir(join(mountPoint, 'files', 'tmp'))).toEqual([]);
    } finally {
      spawnSync('umount', [mountPoint]);
    }
  });
});
