import { sql } from 'kysely';
import type { Candidate } from '#hiring/candidates';
import type { Tx } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import { href } from '#web/routes.ts';
import type { PrivacyDeps } from '../deps.ts';
import { officerEmail, receivedEmail } from '../emails.tsx';
import type { CorrectedItem, PrivacyRequest } from '../model.ts';
import { dueAfter, needsAnswer } from '../rules.ts';
import { requestsOf, toRequest } from './queries.ts';
import { officers } from './queries.ts';

export type Asked =
  | { kind: 'access'; asked: string }
  | { kind: 'correction'; item: CorrectedItem; applicationId: string | null; asked: string }
  | { kind: 'deletion'; applicationId: string | null; consented: boolean };

/** Requests of each kind that may be open at the same time: more is a mistake, or somebody's game. */
const openAtOnce = 5;

export type Ask =
  | { ok: true; request: PrivacyRequest }
  | { ok: false; error: { kind: 'too-many' } | { kind: 'asked-already'; request: PrivacyRequest } };

/**
 * Writes down a request of a candidate, starts its clock, and tells them and those who answer. To
 * delete the same thing twice is one request.
 */
export async function ask(
  deps: Pick<PrivacyDeps, 'db' | 'clock' | 'ids' | 'mail' | 'origins' | 'organization'>,
  candidate: Candidate,
  lang: Lang,
  asked: Asked,
): Promise<Ask> {
  const now = deps.clock();
  return deps.db.transaction().execute(async (tx): Promise<Ask> => {
    // One request of a person at a time: what is counted below stays true.
    await sql`select pg_advisory_xact_lock(hashtextextended(${candidate.id}, 12))`.execute(tx);
    const open = (await requestsOf(tx, candidate.id)).filter(
      ({ kind, closed }) => kind === asked.kind && !closed,
    );
    if (asked.kind === 'deletion') {
      const same = open.find(({ applicationId }) => applicationId === asked.applicationId);
      if (same) return { ok: false, error: { kind: 'asked-already', request: same } };
    } else if (open.length >= openAtOnce) return { ok: false, error: { kind: 'too-many' } };
    const row = await tx
      .insertInto('privacy_requests')
      .values({
        id: deps.ids.uuid(),
        reference: requestReference(deps.ids),
        candidate_id: candidate.id,
        kind: asked.kind,
        lang,
        application_id: asked.kind === 'access' ? null : asked.applicationId,
        item: asked.kind === 'correction' ? asked.item : null,
        asked: asked.kind === 'deletion' ? '' : asked.asked,
        consented: asked.kind === 'deletion' && asked.consented,
        asked_at: now,
        due_at: dueAfter(now),
        extended_at: null,
        extension_reason: null,
        outcome: null,
        closed_by: null,
        closed_at: null,
        warned: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const request = toRequest(row);
    await deps.mail.queue(
      tx,
      receivedEmail({
        request,
        recipient: candidate.email,
        lang: candidate.lang,
        organization: deps.organization()[candidate.lang],
        url:
          deps.origins[candidate.lang] +
          href('my.privacyRequest', candidate.lang, { id: request.id }),
      }),
    );
    if (needsAnswer(request.kind)) await tellOfficers(tx, deps, request, 'new');
    return { ok: true, request };
  });
}

/** Writes to everyone who answers requests: its reference and date, nothing of its person. */
export async function tellOfficers(
  tx: Tx,
  deps: Pick<PrivacyDeps, 'mail' | 'origins'>,
  request: PrivacyRequest,
  why: 'new' | 'soon' | 'tomorrow' | 'overdue',
): Promise<void> {
  for (const { email, lang } of await officers(tx)) {
    const url = deps.origins[lang] + href('desk.privacyRequest', lang, { id: request.id });
    await deps.mail.queue(tx, officerEmail({ request, recipient: email, lang, url, why }));
  }
}

/** "P-7K3M-9QXD": made as those of applications, told from them by its letter. */
export function requestReference(ids: Ids): string {
  return ids.reference().replace(/^T-/, 'P-');
}
