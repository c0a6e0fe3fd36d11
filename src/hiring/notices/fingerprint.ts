import { createHash } from 'node:crypto';
import type { Letter } from './model.ts';

/**
 * Says whether letters are the very same as others: to whom, of which decision, in which language,
 * to the letter. What was seen on the preview is compared with what would be sent.
 */
export function fingerprintOf(letters: readonly Letter[]): string {
  const hash = createHash('sha256');
  const sorted = letters.toSorted((one, other) =>
    one.applicationId < other.applicationId ? -1 : 1,
  );
  for (const { applicationId, decisionId, lang, subject, body } of sorted) {
    hash.update(`${JSON.stringify([applicationId, decisionId, lang, subject, body])}\n`);
  }
  return hash.digest('base64url');
}
