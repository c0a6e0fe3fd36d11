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

/**
 * Name of the session's cookie. With https it has the prefix that binds it to this one host and
 * to secure connections (RFC 6265bis, 4.1.3.2); browsers refuse that prefix over plain http.
 */
export function sessionCookieName(origins: Localized): string {
  return isSecure(origins) ? '__Host-tandem-staff' : 'tandem-staff';
}

/** Whether everything is served over https. */
export function isSecure(origins: Localized): boolean {
  return Object.values(origins).every((origin) => origin.startsWith('https://'));
}
