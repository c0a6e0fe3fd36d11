import type { Catalogue } from '#hiring/postings';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { FileStore } from '#platform/files';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Scanner } from '#platform/scanner';

/** What making the sample process needs from the rest of the program. */
export type DemoDeps = {
  db: Db;
  files: FileStore;
  scanner: Scanner;
  clock: Clock;
  ids: Ids;
  origins: Localized;
  contentFolder: string;
  /** Reads the content folder and records it: called once nothing stands in the way. */
  loadCatalogue(): Promise<Catalogue>;
  closingSoonDays: number;
  closingGraceMinutes: number;
  privacyNoticeVersion: string;
  /** Called for each application that was made: its place among all of them, from 1. */
  onProgress(done: number, total: number): void;
};
