import type { Db } from '#platform/database';
import { isUuid } from '#platform/ids';
import type { PrivacyDeps } from '../deps.ts';
import type { Annotation } from '../model.ts';

/** Corrections and notations of an application, oldest first. */
export async function annotationsOf(db: Db, applicationId: string): Promise<Annotation[]> {
  return db
    .selectFrom('privacy_annotations')
    .select(['id', 'kind', 'item', 'body', 'attached_at as attachedAt'])
    .where('application_id', '=', applicationId)
    .orderBy('attached_at')
    .orderBy('id')
    .execute();
}

/** To whom something of an application was given, latest first. */
export async function disclosuresOf(db: Db, applicationId: string) {
  return db
    .selectFrom('privacy_disclosures')
    .select(['id', 'recipient', 'recipient_email as email', 'what', 'disclosed_at as at'])
    .where('application_id', '=', applicationId)
    .orderBy('disclosed_at', 'desc')
    .orderBy('id')
    .execute();
}

/** The reference of an application; null where there is none. */
export async function referenceOf(db: Db, applicationId: string): Promise<string | null> {
  if (!isUuid(applicationId)) return null;
  const row = await db
    .selectFrom('applications')
    .select('reference')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  return row?.reference ?? null;
}

/** Writes down that something of an application was given to somebody outside, now. */
export async function recordDisclosure(
  { db, clock, ids }: Pick<PrivacyDeps, 'db' | 'clock' | 'ids'>,
  staff: { id: string },
  applicationId: string,
  input: { recipient: string; email: string; what: string },
): Promise<void> {
  const now = clock();
  await db
    .insertInto('privacy_disclosures')
    .values({
      id: ids.uuid(),
      application_id: applicationId,
      recipient: input.recipient,
      recipient_email: input.email,
      what: input.what,
      disclosed_at: now,
      recorded_by: staff.id,
      recorded_at: now,
    })
    .execute();
}
