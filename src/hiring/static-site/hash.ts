import { hash } from 'node:crypto';

/** A name for data, the same wherever it is made: 132 bits of SHA-256. */
export function hashOf(data: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(data), 'base64url').slice(0, 22);
}
