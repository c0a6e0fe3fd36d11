import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { placeOfFile, readText } from './files.ts';

/** A file to write. `path` is real and in the content folder. */
export type Write = {
  readonly path: string;
  readonly before: string | null;
  readonly text: string;
};

/** Where it is noted, in the content folder, which files are being put in place. Hidden to the loader. */
const journalName = '.tandem-save.json';

const journal = z.array(
  z.object({ file: z.string(), temporary: z.string(), before: z.string().nullable() }),
);

/**
 * Writes several files as one: each whole into a hidden file beside its place, then a note of all of
 * them, then every one renamed to its place. Killed before the note, nothing has changed; killed
 * after it, `finishWriting` does the rest at the next start. Throws errors of the file system, with
 * everything as it was.
 */
export async function writeTogether(root: string, writes: readonly Write[]): Promise<void> {
  const prepared: { write: Write; temporary: string }[] = [];
  const note = join(root, journalName);
  const placed: Write[] = [];
  try {
    for (const write of writes) {
      const temporary = besides(write.path);
      prepared.push({ write, temporary });
      await mkdir(dirname(write.path), { recursive: true });
      await writeWhole(temporary, write.text, await modeOf(write.path));
    }
    const entries = prepared.map(({ write, temporary }) => ({
      file: relative(root, write.path),
      temporary: basename(temporary),
      before: write.before === null ? null : digest(write.before),
    }));
    const newNote = besides(note);
    await writeWhole(newNote, JSON.stringify(entries), null);
    await rename(newNote, note);
    for (const { write, temporary } of prepared) {
      await rename(temporary, write.path);
      placed.push(write);
    }
  } catch (error) {
    for (const { path, before } of placed) await putBack(path, before);
    for (const { temporary } of prepared) await rm(temporary, { force: true });
    await rm(note, { force: true });
    throw error;
  }
  await syncFolders([...new Set(writes.map(({ path }) => dirname(path)))]);
  await rm(note, { force: true });
}

/** Finishes what a killed process had begun to put in place. A file changed since stays as it is. */
export async function finishWriting(root: string): Promise<void> {
  const note = join(root, journalName);
  const text = await readFile(note, 'utf8').catch(() => null);
  if (text === null) return;
  for (const { file, temporary, before } of journal.parse(JSON.parse(text))) {
    const path = await placeOfFile(root, file.replaceAll('\\', '/'));
    if (path === null || temporary !== basename(temporary)) continue;
    const from = join(dirname(path), temporary);
    const [now, waiting] = [await readText(path), await readText(from)];
    if (!waiting.ok || waiting.text === null || !now.ok) continue;
    const known = now.text === null ? null : digest(now.text);
    if (known === before) await rename(from, path);
    else await rm(from, { force: true });
  }
  await rm(note, { force: true });
}

async function putBack(path: string, before: string | null): Promise<void> {
  if (before === null) return rm(path, { force: true });
  const temporary = besides(path);
  await writeWhole(temporary, before, await modeOf(path));
  await rename(temporary, path);
}

function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tandem`);
}

async function writeWhole(path: string, text: string, mode: number | null): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  if (mode !== null) await chmod(path, mode);
}

/** The rights of the file that is replaced; null where there is none. */
async function modeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mode }) => mode & 0o777,
    () => null,
  );
}

async function syncFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const handle = await open(folder, 'r');
    await handle.sync().catch(() => {});
    await handle.close();
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
