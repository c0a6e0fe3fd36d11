import type { Context, MiddlewareHandler } from 'hono';
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

/** Who is signed in among candidates: what accommodation uses of the candidates' feature. */
export type SignedInCandidates = {
  current(c: Context): Promise<{ email: string } | null>;
  requireCandidate: MiddlewareHandler;
};

/** What its pages need besides. */
export type AccommodationWebDeps = AccommodationDeps & {
  render: Render;
  /** Network address of the sender, for rate limits only: never stored. */
  clientAddress(c: Context): string;
  candidates: SignedInCandidates;
};

/** A posting as these pages speak of it. */
export type PostingChoice = {
  id: string;
  title: string;
  closesAt: Date | null;
  timeZone: string;
};

