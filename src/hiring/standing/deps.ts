import type { OpennessDeps } from '#hiring/applications';
import type { Candidates } from '#hiring/candidates';
import type { AdvertisedPosting, Postings } from '#hiring/postings';
import type { Staff } from '#hiring/staff';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Mail } from '#platform/mail';
import type { Render } from '#web/render.ts';

/** What "where you stand" needs from the rest of the program. */
export type StandingDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  mail: Mail;
  origins: Localized;
  render: Render;
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  /** A posting as it was advertised, by the hash pinned to an application. */
  advertised(versionHash: string): Promise<AdvertisedPosting | null>;
  extensions: OpennessDeps['extensions'];
  /** Calendar days after a notice in which an informal discussion may be asked for; 0 for never. */
  discussionDays: number;
  candidates: Pick<Candidates, 'requireCandidate' | 'sendPrivateLink' | 'takeKeptForm'>;
  requireStaff: Staff['requireStaff'];
};
