import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Log } from '#platform/log';
import { createFolderMaker, syncFolder } from './durable-folder.ts';
import { isDiskFull, writeSynced, type ByteSource, type WriteProblem } from './write-synced.ts';

/** `disk-full` also stands for a used-up quota; `aborted`: the source failed or was cut off. */
export type PutResult =
  | { ok: true; sha256: string; size: number }
  | { ok: false; error: { kind: WriteProblem } };

export type CommitResult =
  | { ok: true; sha256: string; size: number }
  | { ok: false; error: { kind: 'disk-full' } };

export type StageResult =
  | { ok: true; staged: StagedFile }
  | { ok: false; error: { kind: WriteProblem } };

/** A file on its way in: whole and synced, but not yet part of the store. */
export interface StagedFile {
  /** A temporary path, for looking at the content. Nothing may change the file. */
  path: string;
  /** Lower-case hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** Takes the file into the store. Once this answers `ok`, a power cut does not lose it. */
  commit(): Promise<CommitResult>;
  /** Deletes the temporary file; of no effect after `commit`. */
  discard(): Promise<void>;
}

export interface FileStore {
  /**
   * Writes a stream to a temporary file. The stream is read to its end whatever happens, so that
   * the rest of a form behind it can be read too; the caller bounds the whole request. A stream
   * that says `truncated` of itself (busboy's file limit) is `too-large`. Rejects on disk failures
   * other than a full one.
   */
  stage(source: ByteSource, limits: { maxBytes: number }): Promise<StageResult>;
  /** Stages and commits in one go; `source` may be the path of a file, which is left alone. */
  put(source: ByteSource | string, limits: { maxBytes: number }): Promise<PutResult>;
  /** Null if there is no such file. The caller reads the stream to its end or destroys it. */
  open(sha256: string): Promise<{ stream: Readable; size: number } | null>;
  /** Where the file is or would be. Throws a RangeError if this is not a SHA-256. */
  pathOf(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  /**
   * Deletes a file that nothing refers to any more, unless it was written since `olderThan`: an
   * equal file may be coming in, whose bytes are there before anything refers to them. False where
   * it stays or was not there.
   */
  removeUnused(sha256: string, olderThan: Date): Promise<boolean>;
  /** The SHA-256 of every file, folder by folder. */
  names(): AsyncIterable<string>;
  /** Deletes temporary files last written before this instant; answers how many. */
  sweepTemporary(olderThan: Date): Promise<number>;
}

const TEMPORARY_FOLDER = 'tmp';
const TEMPORARY_SUFFIX = '.part';

/**
 * A store of files on disk, each named by the SHA-256 of its content: `ab/<sha256>`. Files and
 * folders are readable by this user only. Several processes may share a folder, which must lie on
 * one file system.
 */
export function createFileStore(options: {
  folder: string;
  log: Log;
  /** Names temporary files; by default at random. */
  newId?: () => string;
  /** Makes temporary files; for tests of failing disks. */
  openFile?: typeof fs.open;
}): FileStore {
  const { log, newId = randomUUID, openFile = fs.open } = options;
  const root = resolve(options.folder);
  const temporaryFolder = join(root, TEMPORARY_FOLDER);
  const makeFolder = createFolderMaker(root);

  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('This is not a SHA-256.');
    return join(root, sha256.slice(0, 2), sha256);
  };

  const commit = async (path: string, sha256: string): Promise<boolean> => {
    const target = pathOf(sha256);
    try {
      const syncParents = await makeFolder(dirname(target));
      // An equal file may be there already; its equal takes its place.
      await fs.rename(path, target);
      // At the same time, because a journal takes them in together.
      await Promise.all([syncFolder(dirname(target)), syncParents()]);
      return true;
    } catch (error) {
      await fs.rm(path, { force: true });
      if (!isDiskFull(error)) throw error;
      log.warn({ kind: 'disk-full' }, 'a file could not be stored');
      return false;
    }
  };

  const stage: FileStore['stage'] = async (source, { maxBytes }) => {
    const path = join(temporaryFolder, `${newId()}${TEMPORARY_SUFFIX}`);
    const discard = () => fs.rm(path, { force: true });
    let isPending = false;
    try {
      const written = await writeSynced(source, maxBytes, async () => {
        const syncParents = await makeFolder(temporaryFolder);
        await syncParents();
        return openFile(path, 'wx', 0o600);
      });
      if (!written.ok) {
        if (written.error.kind === 'disk-full') {
          log.warn({ kind: 'disk-full' }, 'a file could not be stored');
        }
        return written;
      }
      isPending = true;
      const { sha256, size } = written;
      const staged: StagedFile = {
        path,
        sha256,
        size,
        async commit() {
          if (!isPending) throw new Error('This file was committed or discarded before.');
          isPending = false;
          return (await commit(path, sha256))
            ? { ok: true, sha256, size }
            : { ok: false, error: { kind: 'disk-full' } };
        },
        async discard() {
          if (isPending) await discard();
          isPending = false;
        },
      };
      return { ok: true, staged };
    } finally {
      if (!isPending) await discard();
    }
  };

  return {
    stage,
    pathOf,

    async put(source, limits) {
      const bytes = typeof source === 'string' ? await openForReading(source) : source;
      const result = await stage(bytes, limits);
      return result.ok ? result.staged.commit() : result;
    },

    async open(sha256) {
      const file = await unlessMissing(fs.open(pathOf(sha256), 'r'));
      if (file === null) return null;
      const { size } = await file.stat();
      return { stream: file.createReadStream(), size };
    },

    async has(sha256) {
      return (await unlessMissing(fs.stat(pathOf(sha256)))) !== null;
    },

    async removeUnused(sha256, olderThan) {
      const path = pathOf(sha256);
      const status = await unlessMissing(fs.stat(path));
      if (status === null || status.mtime >= olderThan) return false;
      await (
        await makeFolder(temporaryFolder)
      )();
      // Aside first: what comes in meanwhile takes the place anew. A crash leaves it to the sweep.
      const aside = join(temporaryFolder, `${newId()}${TEMPORARY_SUFFIX}`);
      if ((await unlessMissing(fs.rename(path, aside).then(() => true))) === null) return false;
      const moved = await fs.stat(aside);
      if (moved.mtime >= olderThan) {
        await fs.rename(aside, path);
        return false;
      }
      await fs.rm(aside);
      await syncFolder(dirname(path));
      return true;
    },

    async *names() {
      const folders = (await unlessMissing(fs.readdir(root))) ?? [];
      for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
        const names = (await unlessMissing(fs.readdir(join(root, folder)))) ?? [];
        yield* names.filter((name) => /^[0-9a-f]{64}$/.test(name));
      }
    },

    async sweepTemporary(olderThan) {
      const names = (await unlessMissing(fs.readdir(temporaryFolder))) ?? [];
      let removed = 0;
      for (const name of names.filter((candidate) => candidate.endsWith(TEMPORARY_SUFFIX))) {
        const path = join(temporaryFolder, name);
        const status = await unlessMissing(fs.stat(path));
        if (status === null || status.mtime >= olderThan) continue;
        await fs.rm(path, { force: true });
        removed++;
      }
      if (removed > 0) log.info({ removed }, 'temporary files were swept');
      return removed;
    },
  };
}

async function openForReading(path: string): Promise<ByteSource> {
  const file = await fs.open(path, 'r');
  return file.createReadStream();
}

/** Null if there is no such file; other failures pass through. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
