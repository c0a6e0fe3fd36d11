import type { Readable } from 'node:stream';
import type { Candidate } from '#hiring/candidates';
import type { Lang } from '#platform/i18n';
import type { PrivacyDeps } from '../deps.ts';
import { requestReference } from '../requests/ask.ts';
import { dueAfter } from '../rules.ts';
import { buildExport } from './build-export.ts';

/** Copies made at the same time, by everybody: each reads the database and the disk while it is sent. */
const atOnce = 4;

export type MakeExport = { ok: true; stream: Readable } | { ok: false; error: { kind: 'busy' } };

/** Makes copies for candidates, one at a time for each, some at a time for all. */
export function createExports(
  deps: PrivacyDeps,
): (candidate: Candidate, lang: Lang) => Promise<MakeExport> {
  const underWay = new Set<string>();
  return async (candidate, lang) => {
    if (underWay.size >= atOnce || underWay.has(candidate.id)) {
      return { ok: false, error: { kind: 'busy' } };
    }
    underWay.add(candidate.id);
    try {
      await recordExport(deps, candidate, lang);
    } catch (error) {
      underWay.delete(candidate.id);
      throw error;
    }
    const stream = buildExport(deps, candidate, lang);
    stream.once('close', () => underWay.delete(candidate.id));
    stream.once('error', (error) => {
      deps.log.error({ candidate: candidate.id, reason: error.message }, 'an export broke off');
    });
    return { ok: true, stream };
  };
}

/** A copy is a request that is answered as it is made: what it shows is kept a while longer. */
async function recordExport(
  { db, clock, ids }: PrivacyDeps,
  candidate: Candidate,
  lang: Lang,
): Promise<void> {
  const now = clock();
  await db
    .insertInto('privacy_requests')
    .values({
      id: ids.uuid(),
      reference: requestReference(ids),
      candidate_id: candidate.id,
      kind: 'export',
      lang,
      application_id: null,
      item: null,
      asked: '',
      consented: false,
      asked_at: now,
      due_at: dueAfter(now),
      extended_at: null,
      extension_reason: null,
      outcome: 'done',
      closed_by: null,
      closed_at: now,
      warned: null,
    })
    .execute();
}
