import type { Localized } from '#platform/i18n';

/**
 * Name of a session's cookie. With https it has the prefix that binds it to this one host and to
 * secure connections (RFC 6265bis, 4.1.3.2); browsers refuse that prefix over plain http.
 */
export function cookieName(name: string, origins: Localized): string {
  return isSecure(origins) ? `__Host-${name}` : name;
}

/** Whether everything is served over https. */
export function isSecure(origins: Localized): boolean {
  return Object.values(origins).every((origin) => origin.startsWith('https://'));
}
