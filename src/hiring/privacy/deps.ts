import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { FileStore } from '#platform/files';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Mail } from '#platform/mail';
import type { Queue } from '#platform/queue';
import type { Eraser } from './disposal/eraser.ts';
import type { PersonalData } from './model.ts';
import type { LoadedSchedule } from './schedule/load-schedule.ts';

/** Gives what one feature holds about a candidate. */
export type PersonalDataSource = (db: Db, candidateId: string) => Promise<PersonalData[]>;

/** What privacy needs from the rest of the program. */
export type PrivacyDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  mail: Mail;
  queue: Queue;
  files: Pick<FileStore, 'names' | 'removeUnused' | 'sweepTemporary' | 'open'>;
  origins: Localized;
  schedule: LoadedSchedule;
  /** Name of the organization, for e-mails. */
  organization(): Localized;
  /** Ids of the postings that still take applications. */
  openPostings(): string[];
  /** What to call a posting, by its id and a version of it that somebody applied to. */
  postingTitle(postingId: string, version: string): Promise<Localized>;
  sources: readonly PersonalDataSource[];
  erasers: readonly Eraser[];
  /** Writes a corrected name or telephone number into an application. */
  correctIdentity(
    tx: Tx,
    applicationId: string,
    correction: { item: 'name' | 'phone'; value: string },
  ): Promise<void>;
};
