import type { StandingTables } from './schema-standing.ts';
import type { ColumnType, Generated } from 'kysely';
import type { PrivacyTables } from './schema-privacy.ts';
import type { AccommodationTables } from './schema-accommodation.ts';
import type { ApplyingTables } from './schema-applying.ts';

/**
 * Row types of every table, as `migrations/` makes them.
 * `test/database-schema.test.ts` compares both, and fails on a column without a classification.
 */
export type Database = ApplyingTables &
  StandingTables &
  PrivacyTables &
  AccommodationTables & {
    postings: PostingsTable;
    posting_slugs: PostingSlugsTable;
    posting_versions: PostingVersionsTable;
    posting_publications: PostingPublicationsTable;
    gate_checks: GateChecksTable;
    gate_overrides: GateOverridesTable;
    screening_decisions: ScreeningDecisionsTable;
    application_notes: ApplicationNotesTable;
    application_events: ApplicationEventsTable;
    emails: EmailsTable;
    staff: StaffTable;
    staff_sessions: StaffSessionsTable;
    staff_accounts: StaffAccountsTable;
    staff_verifications: StaffVerificationsTable;
    kept_forms: KeptFormsTable;
    candidates: CandidatesTable;
    candidate_sessions: CandidateSessionsTable;
    candidate_links: CandidateLinksTable;
    candidate_passkeys: CandidatePasskeysTable;
    candidate_challenges: CandidateChallengesTable;
    posting_announcements: PostingAnnouncementsTable;
    webhook_endpoints: WebhookEndpointsTable;
    webhook_messages: WebhookMessagesTable;
    job_alerts: JobAlertsTable;
    job_alert_sendings: JobAlertSendingsTable;
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
  commit_id: string | null;
  commit_author: string | null;
  committed_at: Date | null;
  uncommitted: Generated<boolean>;
};

type PostingPublicationsTable = {
  id: Generated<string>;
  posting_id: string;
  version_hash: string | null;
  draft: boolean;
  since: Date;
};

type GateChecksTable = {
  version_hash: string;
  gate_revision: string;
  findings: ColumnType<unknown, string, never>;
  checked_at: Date;
};

type GateOverridesTable = {
  id: string;
  posting_id: string;
  version_hash: string;
  findings: ColumnType<unknown, string, never>;
  reason: string;
  decided_by: string | null;
  decided_at: Date;
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
  unsubscribe_url: string | null;
  recipient_hidden: Generated<boolean>;
};

/** Staff and their sessions: tables of better-auth under the names of this domain. */
type StaffTable = {
  id: string;
  email: string;
  email_verified: boolean;
  name: string;
  image: string | null;
  role: 'admin' | 'manager' | 'assessor' | 'custodian';
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

/** What somebody had typed when their session ended, kept until they are back: one of both. */
type KeptFormsTable = {
  id: string;
  staff_id: string | null;
  candidate_id: string | null;
  path: string;
  action: string;
  fields: ColumnType<Record<string, string>, string, never>;
  kept_at: Date;
  shown_at: Date | null;
};

type CandidatesTable = {
  id: string;
  email: string;
  lang: LangColumn;
  created_at: Date;
  proven_at: Date | null;
};

type CandidateSessionsTable = {
  id: string;
  candidate_id: string;
  token_hash: string;
  started_at: Date;
  seen_at: Date;
  expires_at: Date;
};

type CandidateLinksTable = {
  token_hash: string;
  email: string;
  lang: LangColumn;
  path_en: string;
  path_fr: string;
  sent_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

type CandidatePasskeysTable = {
  id: string;
  candidate_id: string;
  credential_id: string;
  domain: string;
  public_key: Uint8Array;
  uses: ColumnType<string, number, number>;
  transports: string[];
  name: string;
  created_at: Date;
  used_at: Date | null;
};

type CandidateChallengesTable = {
  challenge: string;
  candidate_id: string | null;
  expires_at: Date;
};

type PostingAnnouncementsTable = {
  id: string;
  posting_id: string;
  kind: 'opened' | 'changed' | 'closed';
  posting_version: string;
  happened_at: Date;
};

type WebhookEndpointsTable = {
  id: string;
  url: string;
  format: 'standard' | 'slack';
  lang: LangColumn;
  events: string[];
  secret_sealed: string;
  earlier_secret_sealed: string | null;
  earlier_secret_until: Date | null;
  created_by: string;
  created_at: Date;
  disabled_at: Date | null;
  disabled_because: 'staff' | 'gone' | null;
};

type WebhookMessagesTable = {
  id: string;
  endpoint_id: string;
  event: string;
  body: string;
  created_at: Date;
  attempts: Generated<number>;
  attempted_at: Date | null;
  last_failure: string | null;
  delivered_at: Date | null;
  dead_at: Date | null;
};

type JobAlertsTable = {
  id: string;
  email: string;
  lang: LangColumn;
  search: string;
  asked_at: Date;
  confirmed_at: Date | null;
};

type JobAlertSendingsTable = { alert_id: string; announcement_id: string; sent_at: Date };
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
