import type { ColumnClass } from './classification.ts';
import type { PrivacyTables } from './schema-privacy.ts';

/** The class of every column of the tables of privacy: see `classification.ts`. */
export const privacyClasses: {
  readonly [Table in keyof PrivacyTables]: Readonly<
    Record<keyof PrivacyTables[Table], ColumnClass>
  >;
} = {
  privacy_requests: {
    id: 'internal',
    reference: 'internal',
    candidate_id: 'internal',
    kind: 'personal',
    lang: 'personal',
    application_id: 'internal',
    item: 'personal',
    asked: 'sensitive',
    consented: 'personal',
    asked_at: 'internal',
    due_at: 'internal',
    extended_at: 'internal',
    extension_reason: 'personal',
    outcome: 'personal',
    answer: 'sensitive',
    closed_by: 'internal',
    closed_at: 'internal',
    warned: 'internal',
  },
  privacy_annotations: {
    id: 'internal',
    application_id: 'internal',
    kind: 'personal',
    item: 'personal',
    body: 'sensitive',
    attached_by: 'internal',
    attached_at: 'internal',
  },
  privacy_disclosures: {
    id: 'internal',
    application_id: 'internal',
    recipient: 'personal',
    recipient_email: 'personal',
    what: 'personal',
    disclosed_at: 'internal',
    recorded_by: 'internal',
    recorded_at: 'internal',
  },
  legal_holds: {
    id: 'internal',
    posting_id: 'public',
    candidate_id: 'internal',
    reason: 'sensitive',
    placed_by: 'internal',
    placed_at: 'internal',
    lifted_by: 'internal',
    lifted_because: 'sensitive',
    lifted_at: 'internal',
  },
  disposal_certificates: {
    number: 'internal',
    rule: 'internal',
    cause: 'internal',
    counts: 'internal',
    held: 'internal',
    cutoff: 'internal',
    schedule_hash: 'internal',
    disposition_authority: 'internal',
    disposed_at: 'internal',
    previous_hash: 'internal',
    hash: 'internal',
  },
  privacy_notices: { version: 'public', content: 'public', first_shown_at: 'internal' },
};
