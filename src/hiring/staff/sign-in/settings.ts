import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';

export type SessionSettings = {
  db: Db;
  ids: Ids;
  /** The application's secret; sessions are signed with a key made from it. */
  secret: string;
  origins: Localized;
  /** Hours without activity after which a session ends. */
  sessionHours: number;
};

/** Life of a sign-in link. */
export const linkMinutes = 15;

/** Name of the session's cookie, before its prefix. */
export const sessionCookie = 'tandem-staff';
