import { createHash } from 'node:crypto';

/** SHA-256 of a key, in hexadecimal: what the database knows it by. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}
