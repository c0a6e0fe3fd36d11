import { randomUUID } from 'node:crypto';
import type { Db } from '#platform/database';

/** What a decision says; the rest is given by the database's tables. */
export type SampleDecision = {
  outcome?: 'screened-in' | 'screened-out';
  reason?: string;
  words?: string;
  lang?: 'en' | 'fr';
  at?: Date;
};

/** A decision as the desk takes it, straight into its tables: decision, status and event. */
export async function decide(
  db: Db,
  applicationId: string,
  decision: SampleDecision = {},
): Promise<string> {
  const { outcome = 'screened-out', reason = 'essential-not-shown', words = '' } = decision;
  const { lang = 'en', at = new Date() } = decision;
  const id = randomUUID();
  await db
    .insertInto('screening_decisions')
    .values({
      id,
      application_id: applicationId,
      outcome,
      reason,
      words,
      words_lang: lang,
      decided_by: 'somebody',
      decided_at: at,
    })
    .execute();
  await db
    .updateTable('applications')
    .set({ status: outcome })
    .where('id', '=', applicationId)
    .execute();
  await db
    .insertInto('application_events')
    .values({
      application_id: applicationId,
      kind: outcome,
      actor_kind: 'staff',
      actor_id: 'somebody',
      detail: JSON.stringify({ decision: id, reason }),
      happened_at: at,
    })
    .execute();
  return id;
}

/** A notice to one candidate, as it stands once confirmed; without `leftAt`, it waits. */
export async function writeNotice(
  db: Db,
  applicationId: string,
  notice: {
    decisionId?: string | null;
    subject?: string;
    body?: string;
    lang?: 'en' | 'fr';
    leftAt?: Date | null;
    heldBack?: 'withdrawn' | 'decided-again' | null;
  } = {},
): Promise<string> {
  const { decisionId = null, subject = 'A notice', body = 'Its words.', lang = 'en' } = notice;
  const { leftAt = null, heldBack = null } = notice;
  const { posting_id } = await db
    .selectFrom('applications')
    .select('posting_id')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const confirmed = leftAt ?? new Date();
  const batch = randomUUID();
  const id = randomUUID();
  await db
    .insertInto('notice_batches')
    .values({
      id: batch,
      posting_id,
      template: 'update',
      prepared_by: 'somebody',
      confirmed_at: confirmed,
      leaves_at: confirmed,
      stopped_at: null,
      stopped_by: null,
      left_at: leftAt,
    })
    .execute();
  await db
    .insertInto('notices')
    .values({
      id,
      batch_id: batch,
      application_id: applicationId,
      decision_id: decisionId,
      lang,
      subject,
      body,
      left_at: leftAt,
      held_back: heldBack,
    })
    .execute();
  return id;
}
