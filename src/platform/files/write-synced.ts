import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** A readable stream, or anything else that yields bytes. */
export type ByteSource = AsyncIterable<Uint8Array> & {
  /** Set by a source that left out bytes beyond a limit of its own, as busboy's does. */
  truncated?: boolean;
};

export type WriteProblem = 'too-large' | 'disk-full' | 'aborted';

export type WriteResult =
  | { ok: true; sha256: string; size: number }
  | { ok: false; error: { kind: WriteProblem } };

/**
 * Writes all of `source` to the file that `openFile` makes, hashing it on the way, syncs it and
 * closes it. Reads `source` to its end even when there is no use for the bytes any more. Leaves
 * the file behind when something went wrong. Rejects on disk failures other than a full one.
 */
export async function writeSynced(
  source: ByteSource,
  maxBytes: number,
  openFile: () => Promise<FileHandle>,
): Promise<WriteResult> {
  const hash = createHash('sha256');
  let size = 0;
  let file: FileHandle | undefined;
  let problem: WriteProblem | undefined;
  let failure: { cause: unknown } | undefined;

  const onDisk = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (isDiskFull(error)) problem ??= 'disk-full';
      else failure ??= { cause: error };
    }
  };

  await onDisk(async () => {
    file = await openFile();
  });
  try {
    for await (const chunk of source) {
      if (problem !== undefined || failure !== undefined) continue;
      size += chunk.length;
      if (size > maxBytes) {
        problem = 'too-large';
        continue;
      }
      hash.update(chunk);
      await onDisk(async () => file?.appendFile(chunk));
    }
  } catch {
    // Disk failures do not get here, so it is the source that broke off.
    problem = 'aborted';
  }
  if (source.truncated === true) problem ??= 'too-large';

  if (problem === undefined && failure === undefined) await onDisk(async () => file?.sync());
  await onDisk(async () => file?.close());
  if (failure !== undefined) throw failure.cause;
  if (problem !== undefined) return { ok: false, error: { kind: problem } };
  return { ok: true, sha256: hash.digest('hex'), size };
}

/** No space left, or none left to this user. */
export function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  );
}
