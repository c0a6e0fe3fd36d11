import { createHash } from 'node:crypto';

/** What is stored of a secret that a browser or an e-mail holds: enough to know it again. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
