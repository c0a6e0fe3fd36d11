import type { ColumnType, Generated } from 'kysely';

/** Requests about personal information, legal holds and what was disposed of. */
export type PrivacyTables = {
  privacy_requests: PrivacyRequestsTable;
  privacy_annotations: PrivacyAnnotationsTable;
  privacy_disclosures: PrivacyDisclosuresTable;
  legal_holds: LegalHoldsTable;
  disposal_certificates: DisposalCertificatesTable;
  privacy_notices: PrivacyNoticesTable;
};

type LangColumn = 'en' | 'fr';

type CorrectedItem = 'name' | 'email' | 'phone' | 'answers' | 'decision' | 'other';

type PrivacyRequestsTable = {
  id: string;
  reference: string;
  candidate_id: string;
  kind: 'export' | 'access' | 'correction' | 'deletion';
  lang: LangColumn;
  application_id: string | null;
  item: CorrectedItem | null;
  asked: string;
  consented: boolean;
  asked_at: Date;
  due_at: Date;
  extended_at: Date | null;
  extension_reason: string | null;
  outcome: 'done' | 'refused' | 'withdrawn' | null;
  answer: Generated<string>;
  closed_by: string | null;
  closed_at: Date | null;
  warned: 'soon' | 'tomorrow' | 'overdue' | null;
};

type PrivacyAnnotationsTable = {
  id: string;
  application_id: string;
  kind: 'correction' | 'notation';
  item: CorrectedItem;
  body: string;
  attached_by: string;
  attached_at: Date;
};

type PrivacyDisclosuresTable = {
  id: string;
  application_id: string;
  recipient: string;
  recipient_email: string;
  what: string;
  disclosed_at: Date;
  recorded_by: string;
  recorded_at: Date;
};

type LegalHoldsTable = {
  id: string;
  posting_id: string | null;
  candidate_id: string | null;
  reason: string;
  placed_by: string;
  placed_at: Date;
  lifted_by: string | null;
  lifted_because: string | null;
  lifted_at: Date | null;
};

type DisposalCertificatesTable = {
  number: string;
  rule: string;
  cause: 'schedule' | 'request' | 'leftover';
  counts: ColumnType<Record<string, number>, string, never>;
  held: number;
  cutoff: Date | null;
  schedule_hash: string;
  disposition_authority: string | null;
  disposed_at: Date;
  previous_hash: string;
  hash: string;
};

type PrivacyNoticesTable = {
  version: string;
  content: ColumnType<unknown, string, never>;
  first_shown_at: Date;
};
