import { createHash } from 'node:crypto';

/** A name for data, the same wherever it is made: 132 bits of SHA-256. */
export function hashOf(data: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22);
}
