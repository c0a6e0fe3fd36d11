import type { AdvertisedPosting, Catalogue } from '#hiring/postings';
import type { Permission, Staff } from '#hiring/staff';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Extractor, FileStore } from '#platform/files';
import type { Lang, Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Page } from '#web/page.ts';
import type { Render } from '#web/render.ts';

/** What a member of staff may do. Queries take it, and read nothing that it refuses. */
export type Can = (permission: Permission) => boolean;

/** What the desk needs from the rest of the program. */
export type DeskDeps = Pick<Staff, 'requireStaff' | 'takeKeptForm'> & {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Seals the addresses of the pages of lists. */
  secret: string;
  files: Pick<FileStore, 'open' | 'has' | 'pathOf'>;
  extractor: Pick<Extractor, 'extractText'>;
  render: Render;
  postings: { snapshot(): Catalogue; reload(): Promise<void> };
  /** A posting as it was advertised, by the hash pinned to an application. */
  advertised(versionHash: string): Promise<AdvertisedPosting | null>;
  /** The version that says something else now than the one of the hash, if any. */
  changedSince(versionHash: string): Promise<string | null>;
  /** The page that lists what authors have to put right. */
  contentPage(lang: Lang, can: Can): Page;
  closingSoonDays: number;
  /** What the hiring team is told of an application's arrangements: agreed words, nothing else. */
  arrangementsOf(applicationId: string): Promise<Localized<readonly string[]>>;
  /** Counts of the requests for accommodation that wait for their custodians. */
  accommodation(): Promise<{ ready: boolean; waiting: number; late: number }>;
  /** Whether the e-mails that stayed here may be read: in development, without a mail server. */
  hasOutbox: boolean;
  /** Asked when the status page is opened. */
  status(): Promise<ProgramStatus>;
};

/** What the running program knows of itself. */
export type ProgramStatus = {
  /** "0.1.0" */
  version: string;
  startedAt: Date;
  mailConfigured: boolean;
  scannerConfigured: boolean;
  /** Where the postings come from, and how that is going. */
  source(lang: Lang): { verdict: 'good' | 'look' | 'bad'; says: string };
  /** The Lever-compatible API: address of its list, and the other sites that may call it. */
  api: { list: string; origins: readonly string[] };
  /** Of the disk that holds the data folder, in bytes. */
  disk: { free: number; total: number };
};
