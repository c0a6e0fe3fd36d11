import type { Context } from 'hono';
import type { Candidates } from '#hiring/candidates';
import type { Postings } from '#hiring/postings';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Mail } from '#platform/mail';
import type { Render } from '#web/render.ts';

/** What accommodation needs from the rest of the program. */
export type AccommodationDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  mail: Mail;
  /** Signs forms, and hashes the addresses of those with whom something is arranged. */
  secret: string;
  origins: Localized;
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  /** Hours in which a candidate should have an answer. */
  replyHours: number;
  /** Who is told when there is none; nobody given: the admins. */
  escalateTo: readonly string[];
};

/** What its pages need besides. */
export type AccommodationWebDeps = AccommodationDeps & {
  render: Render;
  /** Network address of the sender, for rate limits only: never stored. */
  clientAddress(c: Context): string;
  /** Who proved an address, to be let in again. */
  candidates: Pick<Candidates, 'current' | 'requireCandidate'>;
};

/** A posting as these pages speak of it. */
export type PostingChoice = {
  id: string;
  title: string;
  closesAt: Date | null;
  timeZone: string;
};
