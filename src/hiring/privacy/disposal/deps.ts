import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { FileStore } from '#platform/files';
import type { Log } from '#platform/log';
import type { Eraser } from './eraser.ts';
import type { LoadedSchedule } from '../schedule/load-schedule.ts';

/** What disposal needs from the rest of the program. */
export type DisposalDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  files: Pick<FileStore, 'names' | 'removeUnused' | 'sweepTemporary'>;
  schedule: LoadedSchedule;
  erasers: readonly Eraser[];
  /** Ids of the postings that still take applications. */
  openPostings(): string[];
};
