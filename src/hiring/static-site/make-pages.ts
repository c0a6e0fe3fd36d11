import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type LightReading,
  type ListedBranches,
  type PageJob,
  shownBy,
} from '#hiring/postings/static';
import { type Localized, langs } from '#platform/i18n';
import { fileOf } from './file-of.ts';
import type { SiteFile } from './fixed-files.ts';
import { hashOf } from './hash.ts';
import { type Folders, type Placed, place, reuse } from './place.ts';
import type { Pool } from './pool.ts';
import type { Task } from './tasks.ts';

/** Files that are read, or pages that are made, in one task: enough that handing over costs little. */
const readAtOnce = 64;
const makeAtOnce = 16;

/** What is in the new build, and how it came there. */
export type Made = {
  /** By file, a hash of all that it shows. */
  files: Record<string, string>;
  counts: Record<Placed, number>;
  pages: number;
};

/** Reads the files of a content folder, on all threads. */
export async function readAll(pool: Pool, all: ListedBranches): Promise<LightReading[]> {
  const readings: LightReading[] = [];
  const tasks = function* (): Generator<Task> {
    for (const branch of ['en', 'fr', 'process'] as const) {
      const files = all[branch];
      for (let start = 0; start < files.length; start += readAtOnce) {
        yield { kind: 'read', branch, files: files.slice(start, start + readAtOnce) };
      }
    }
  };
  await pool.run(tasks(), (_, result) => {
    if (result.kind === 'read') readings.push(...result.readings);
  });
  return readings;
}

/**
 * Told of every page, in no order, and of its parts of other files (see `MadePage`); `null` where it
 * was linked from the build before.
 */
export type PageSeen = (file: string, parts: readonly (Uint8Array | null)[] | null) => void;

/**
 * Makes every page, on all threads; one that shows what it showed in the build before is linked
 * from there. False where a posting's file changed after it was first read.
 */
export async function makePages(
  pool: Pool,
  jobs: Iterable<PageJob>,
  {
    folders,
    before,
    made,
  }: { folders: Folders; before: Readonly<Record<string, string>>; made: Made },
  seen: PageSeen,
): Promise<boolean> {
  const { files, counts } = made;
  const makeFolder = folderMaker(folders.to);
  const tasks = function* (): Generator<Task> {
    // By language, since each has folders of its own: threads that make files in one folder wait
    // for each other.
    const waiting: Localized<{ job: PageJob; file: string }[]> = { en: [], fr: [] };
    for (const job of jobs) {
      const file = fileOf(job.path);
      made.pages += 1;
      files[file] ??= hashOf(shownBy(job));
      makeFolder(file);
      if (before[file] === files[file] && reuse(file, folders)) {
        counts.same += 1;
        seen(file, null);
      } else waiting[job.lang].push({ job, file });
      const ready = waiting[job.lang];
      if (ready.length === makeAtOnce) yield { kind: 'pages', jobs: ready.splice(0) };
    }
    for (const lang of langs) yield { kind: 'pages', jobs: waiting[lang] };
  };
  let changed = false;
  await pool.run(tasks(), (task, result) => {
    if (result.kind !== 'pages' || task.kind !== 'pages') return;
    let at = 0;
    for (const [index, { file }] of task.jobs.entries()) {
      const page = result.made[index];
      if (!page) {
        changed = true;
        continue;
      }
      counts[page.placed] += 1;
      const parts = page.parts.map((length) => {
        if (length === null) return null;
        at += length;
        return result.parts.subarray(at - length, at);
      });
      seen(file, parts);
    }
  });
  return !changed;
}

/** Adds files whose bytes are known. A page that is there already has the address. */
export function placeFiles(others: readonly SiteFile[], folders: Folders, made: Made): void {
  const makeFolder = folderMaker(folders.to);
  for (const { file, body } of others) {
    if (made.files[file] !== undefined) continue;
    const bytes = Buffer.from(body);
    made.files[file] = hashOf([bytes.toString('base64')]);
    makeFolder(file);
    made.counts[place(file, bytes, folders)] += 1;
  }
}

/** Makes the folder of a file, each once. */
function folderMaker(root: string): (file: string) => void {
  const made = new Set<string>();
  return (file) => {
    const folder = dirname(file);
    if (made.has(folder)) return;
    mkdirSync(join(root, folder), { recursive: true });
    made.add(folder);
  };
}
