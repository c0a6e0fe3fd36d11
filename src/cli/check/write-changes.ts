import { randomUUID } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FILE_HEADERS_ONLY, createTwoFilesPatch } from 'diff';
import type { FileChange } from '#hiring/check';

export type NotWritten = {
  readonly file: string;
  readonly kind: 'changed-meanwhile' | 'not-writable';
  readonly code: string;
};

/** Replaces files whole: whoever reads one meanwhile sees the old text or the new one. */
export async function writeChanges(
  folder: string,
  changes: readonly FileChange[],
): Promise<NotWritten[]> {
  const refused: NotWritten[] = [];
  for (const change of changes) {
    const why = await replaceFile(join(folder, change.file), change);
    if (why) refused.push({ file: change.file, ...why });
  }
  return refused;
}

async function replaceFile(
  path: string,
  { before, after }: FileChange,
): Promise<Pick<NotWritten, 'kind' | 'code'> | null> {
  let beside: string | null = null;
  try {
    // A link stays one: what it leads to is replaced.
    const real = await realpath(path);
    if ((await readFile(real)).compare(Buffer.from(before)) !== 0) {
      return { kind: 'changed-meanwhile', code: '' };
    }
    const { mode } = await stat(real);
    beside = join(dirname(real), `.${basename(real)}.${randomUUID()}`);
    await writeFile(beside, after, { mode, flag: 'wx' });
    await rename(beside, real);
    return null;
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { kind: 'not-writable', code };
  }
}

/** A change as a unified diff, as `git apply` takes it. */
export function diffOf({ before, after }: FileChange, path: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', {
    headerOptions: FILE_HEADERS_ONLY,
  });
}
