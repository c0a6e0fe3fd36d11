import { isIP } from 'node:net';
import type { Lang, Localized } from '#platform/i18n';

/** Where passkeys are used: a key is bound to a domain, and each language may have one of its own. */
export type RelyingParty = { origin: string; domain: string };

/**
 * Null where browsers allow none: at a number instead of a name, or without https (WebAuthn asks
 * for a secure context, which localhost is).
 */
export function relyingParty(origins: Localized, lang: Lang): RelyingParty | null {
  const origin = origins[lang];
  const { protocol, hostname } = new URL(origin);
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (isNumber || (protocol !== 'https:' && hostname !== 'localhost')) return null;
  return { origin, domain: hostname };
}
