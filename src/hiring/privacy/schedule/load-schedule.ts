import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSchedule } from './read-schedule.ts';
import type { Schedule } from './schedule.ts';

/** The schedule, and the SHA-256 of its file: certificates say by which text they were made. */
export type LoadedSchedule = { schedule: Schedule; hash: string };

/** Reads the file of the schedule. A schedule that is wrong must not run: it throws, with every problem. */
export async function loadSchedule(path: string): Promise<LoadedSchedule> {
  const text = await readFile(path, 'utf8');
  const read = readSchedule(text);
  if (!read.ok) throw new Error(`${path}:\n${read.problems.join('\n')}`);
  return { schedule: read.schedule, hash: createHash('sha256').update(text).digest('hex') };
}
