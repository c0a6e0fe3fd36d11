import { type ConfirmBatch, confirmBatch } from './confirm-batch.ts';
import type { NoticesDeps } from './deps.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Draft, type Process, everybody } from './model.ts';
import { writeLetters } from './write-letters.ts';

/**
 * Confirms the notice of a decision to everybody in a process whom it fits, without a look at the
 * letters: for samples, whose words nobody has to check. `key` names the sending.
 */
export async function confirmForAll(
  deps: NoticesDeps,
  by: { id: string },
  process: Process,
  template: 'screened-in' | 'screened-out',
  key: string,
): Promise<ConfirmBatch> {
  const draft: Draft = { template, statuses: [], words: { en: '', fr: '' } };
  const written = await writeLetters(deps.db, deps, process, draft, everybody);
  const seen = fingerprintOf(written.map(({ letter }) => letter));
  return confirmBatch(deps, by, process, { draft, selection: everybody, key, seen });
}
