import { z } from 'zod';

/**
 * Reads the e-mail address of somebody who signs in: trimmed and in lower case, as stored; null for
 * anything but one plain address. No line break survives, so none can reach a header.
 */
export function parseEmailAddress(text: string | undefined): string | null {
  const parsed = emailAddress.safeParse(text ?? '');
  return parsed.success ? parsed.data : null;
}

/** RFC 5321, 4.5.3.1.3: a path is at most 256 octets, brackets included. */
const emailAddress = z.string().trim().toLowerCase().pipe(z.email().max(254));
