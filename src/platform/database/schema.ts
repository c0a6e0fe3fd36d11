import type { ColumnType, Generated } from 'kysely';

/**
 * Row types of every table, as `migrations/` makes them.
 * `test/database-schema.test.ts` compares both, and fails on a column without a classification.
 */
export type Database = {
  postings: PostingsTable;
  posting_slugs: PostingSlugsTable;
  posting_versions: PostingVersionsTable;
  stored_files: StoredFilesTable;
  uploads: UploadsTable;
  applications: ApplicationsTable;
  applicant_identities: ApplicantIdentitiesTable;
  screening_decisions: ScreeningDecisionsTable;
  application_notes: ApplicationNotesTable;
  application_events: ApplicationEventsTable;
  emails: EmailsTable;
  staff: StaffTable;
  staff_sessions: StaffSessionsTable;
  staff_accounts: StaffAccountsTable;
  staff_verifications: StaffVerificationsTable;
  kept_forms: KeptFormsTable;
  api_keys: ApiKeysTable;
  api_answers: ApiAnswersTable;
};

type LangColumn = 'en' | 'fr';

type PostingsTable = { id: string; translation_key: string; first_seen_at: Date };

type PostingSlugsTable = {
  lang: LangColumn;
  slug: string;
  posting_id: string;
  is_current: boolean;
  since: Date;
};

type PostingVersionsTable = {
  hash: string;
  posting_id: string;
  en_source: string;
  fr_source: string;
  process_source: string | null;
  recorded_at: Date;
};

type StoredFilesTable = {
  sha256: string;
  size_bytes: number;
  document_type: 'pdf' | 'docx' | 'doc' | 'odt' | 'rtf' | 'txt';
  scan_status: 'clean' | 'not-scanned';
  scan_detail: string | null;
  stored_at: Date;
};

type UploadsTable = {
  id: string;
  submission_key: string;
  file_sha256: string;
  file_name: string;
  uploaded_at: Date;
};

type ApplicationsTable = {
  id: string;
  reference: string;
  posting_id: string;
  posting_version: string;
  submission_key: string;
  page_lang: LangColumn;
  correspondence_lang: LangColumn;
  statement: string;
  work_samples: string[];
  heard_from: string;
  /** Null where none was asked for: the Lever-compatible API. */
  resume_sha256: string | null;
  questions: ColumnType<unknown, string, never>;
  privacy_notice: string;
  within_grace: boolean;
  status: ColumnType<ApplicationStatus, ApplicationStatus | undefined, ApplicationStatus>;
  submitted_at: Date;
};

type ApplicationStatus = 'received' | 'screened-in' | 'screened-out';

type ApplicantIdentitiesTable = {
  application_id: string;
  full_name: string;
  name_sort: string;
  email: string;
  phone: string | null;
  resume_name: string | null;
  search_text: string;
};

type ScreeningDecisionsTable = {
  id: string;
  application_id: string;
  outcome: 'screened-in' | 'screened-out';
  reason: string;
  words: string;
  words_lang: LangColumn;
  decided_by: string;
  decided_at: Date;
};

type ApplicationNotesTable = {
  id: string;
  application_id: string;
  body: string;
  written_by: string;
  written_at: Date;
};

type ApplicationEventsTable = {
  id: Generated<string>;
  application_id: string;
  kind: string;
  actor_kind: 'candidate' | 'staff' | 'system';
  actor_id: string | null;
  detail: ColumnType<Record<string, unknown>, string, never>;
  happened_at: Date;
};

type EmailsTable = {
  id: string;
  kind: string;
  lang: LangColumn;
  recipient: string;
  subject: string;
  text_body: string;
  html_body: string;
  forget_once_sent: boolean;
  created_at: Date;
  sent_at: Date | null;
  attempts: Generated<number>;
  last_failure: string | null;
};

/** Staff and their sessions: tables of better-auth under the names of this domain. */
type StaffTable = {
  id: string;
  email: string;
  email_verified: boolean;
  name: string;
  image: string | null;
  role: 'admin' | 'manager' | 'assessor';
  lang: LangColumn;
  disabled_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

type StaffSessionsTable = {
  id: string;
  staff_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
};

type StaffAccountsTable = {
  id: string;
  staff_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Date;
  updated_at: Date;
};

type StaffVerificationsTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
};

/** What a member of staff had typed when their session ended, kept until they are back. */
type KeptFormsTable = {
  id: string;
  staff_id: string;
  path: string;
  action: string;
  fields: ColumnType<Record<string, string>, string, never>;
  kept_at: Date;
  shown_at: Date | null;
};

/** Keys with which programs call the APIs. */
type ApiKeysTable = {
  id: string;
  name: string;
  key_hash: string;
  key_end: string;
  scopes: string[];
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
};

/** Answers kept for a day, to give again to a request that is repeated. */
type ApiAnswersTable = {
  key_id: string;
  idempotency_key: string;
  request_hash: string;
  status: number | null;
  body: ColumnType<unknown, string | null, string | null>;
  began_at: Date;
};
