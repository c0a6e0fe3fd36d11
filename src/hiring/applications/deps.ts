import type { Context } from 'hono';
import type { AdvertisedPosting, Posting, Postings } from '#hiring/postings';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { FileStore } from '#platform/files';
import type { VNode } from 'preact';
import type { Lang, Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Mail } from '#platform/mail';
import type { Scanner } from '#platform/scanner';
import type { Render } from '#web/render.ts';
import type { MadeApplication } from './submission.ts';

/** What applying needs from the rest of the program. */
export type ApplicationsDeps = {
  db: Db;
  mail: Mail;
  files: FileStore;
  scanner: Scanner;
  clock: Clock;
  ids: Ids;
  log: Log;
  secret: string;
  origins: Localized;
  render: Render;
  /** Network address of the sender, for rate limits only: never stored. */
  clientAddress(c: Context): string;
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  /** What other features add to the end of a receipt; null for nothing. */
  afterReceipt(lang: Lang, receipt: { applicationId: string; postingId: string }): VNode | null;
  /** A posting as it was advertised, by the hash pinned to an application. */
  advertised(versionHash: string): Promise<AdvertisedPosting | null>;
  /** The version that says something else now than the one of the hash, if any. */
  changedSince(versionHash: string): Promise<string | null>;
  /** Version of the privacy notice that is shown now: an application keeps which one it was sent under. */
  privacyNoticeVersion: string;
  closingGraceMinutes: number;
  /** Later closing instants agreed with people; why is not known here. */
  extensions: {
    /** By the address of e-mail that somebody applies with. */
    laterClosing(postingId: string, email: string): Promise<Date | null>;
    /** By the value of `?until=` of the private address of the form. */
    laterClosingOfLink(postingId: string, link: string | undefined): Promise<Date | null>;
  };
  /** Told of every new application, in its transaction. */
  onApplication(tx: Tx, posting: Posting, made: MadeApplication): Promise<void>;
  /** Origins of the organization's other sites, whose forms may be sent here. */
  otherSites: readonly string[];
  /** The signed-in candidate of this request, if any. */
  currentCandidate(c: Context): Promise<{ id: string; email: string; lang: Lang } | null>;
};
