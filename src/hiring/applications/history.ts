import type { Tx } from '#platform/database';

/** What can happen to an application, in words that say what happened. */
export const eventKinds = [
  'submitted',
  'submitted-within-grace',
  'changed',
  'changed-within-grace',
  'document-quarantined',
  'screened-in',
  'screened-out',
  'withdrawn',
  'notice-sent',
  'note-added',
  'resume-opened',
] as const;
export type EventKind = (typeof eventKinds)[number];

export type Actor = { kind: 'candidate' | 'system' } | { kind: 'staff'; id: string };

export type NewEvent = {
  applicationId: string;
  kind: EventKind;
  actor: Actor;
  /** Ids and codes only: the history outlives the erasure of personal data. */
  detail: Record<string, string | number | boolean>;
  at: Date;
};

/** Appends to an application's history, in the transaction of the change that it tells of. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx
    .insertInto('application_events')
    .values({
      application_id: event.applicationId,
      kind: event.kind,
      actor_kind: event.actor.kind,
      actor_id: event.actor.kind === 'staff' ? event.actor.id : null,
      detail: JSON.stringify(event.detail),
      happened_at: event.at,
    })
    .execute();
}
