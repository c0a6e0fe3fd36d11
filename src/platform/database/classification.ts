import type { Database, EquityDatabase } from './schema.ts';

/**
 * How much harm a column's content could do where it does not belong:
 * - `public`: published, or fit to be;
 * - `internal`: about the work, nobody in particular;
 * - `personal`: about someone who can be told from it;
 * - `sensitive`: personal, and harmful if it came out (free words about a person, decisions, secrets);
 * - `sealed`: encrypted to keys that the program does not hold.
 */
export type ColumnClass = 'public' | 'internal' | 'personal' | 'sensitive' | 'sealed';

/**
 * The class of every column. A new column without one is a type error here; one that the database
 * has and the types do not is a failure of `test/database-schema.test.ts`.
 */
export const columnClasses: {
  readonly [Table in keyof Database]: Readonly<Record<keyof Database[Table], ColumnClass>>;
} = {
  postings: { id: 'public', translation_key: 'public', first_seen_at: 'public' },
  posting_slugs: {
    lang: 'public',
    slug: 'public',
    posting_id: 'public',
    is_current: 'public',
    since: 'public',
  },
  posting_versions: {
    hash: 'public',
    posting_id: 'public',
    en_source: 'public',
    fr_source: 'public',
    process_source: 'public',
    recorded_at: 'public',
    commit_id: 'internal',
    commit_author: 'personal',
    committed_at: 'internal',
    uncommitted: 'internal',
  },
  posting_publications: {
    id: 'internal',
    posting_id: 'public',
    version_hash: 'public',
    draft: 'internal',
    since: 'public',
  },
  gate_checks: {
    version_hash: 'internal',
    gate_revision: 'internal',
    findings: 'internal',
    checked_at: 'internal',
  },
  gate_overrides: {
    id: 'internal',
    posting_id: 'internal',
    version_hash: 'internal',
    findings: 'internal',
    reason: 'internal',
    decided_by: 'internal',
    decided_at: 'internal',
  },
  stored_files: {
    sha256: 'personal',
    size_bytes: 'internal',
    document_type: 'internal',
    scan_status: 'internal',
    scan_detail: 'internal',
    stored_at: 'internal',
  },
  uploads: {
    id: 'internal',
    submission_key: 'sensitive',
    file_sha256: 'personal',
    file_name: 'personal',
    uploaded_at: 'internal',
  },
  applications: {
    id: 'internal',
    reference: 'internal',
    posting_id: 'public',
    posting_version: 'public',
    submission_key: 'sensitive',
    page_lang: 'personal',
    correspondence_lang: 'personal',
    statement: 'personal',
    work_samples: 'personal',
    heard_from: 'internal',
    resume_sha256: 'personal',
    questions: 'public',
    privacy_notice: 'public',
    within_grace: 'internal',
    status: 'personal',
    submitted_at: 'internal',
  },
  applicant_identities: {
    application_id: 'internal',
    full_name: 'personal',
    name_sort: 'personal',
    email: 'personal',
    phone: 'personal',
    resume_name: 'personal',
    search_text: 'personal',
  },
  screening_decisions: {
    id: 'internal',
    application_id: 'internal',
    outcome: 'sensitive',
    reason: 'sensitive',
    words: 'sensitive',
    words_lang: 'personal',
    decided_by: 'internal',
    decided_at: 'internal',
  },
  application_notes: {
    id: 'internal',
    application_id: 'internal',
    body: 'sensitive',
    written_by: 'internal',
    written_at: 'internal',
  },
  application_events: {
    id: 'internal',
    application_id: 'internal',
    kind: 'internal',
    actor_kind: 'internal',
    actor_id: 'internal',
    detail: 'internal',
    happened_at: 'internal',
  },
  emails: {
    id: 'internal',
    kind: 'internal',
    lang: 'personal',
    recipient: 'personal',
    subject: 'personal',
    text_body: 'sensitive',
    html_body: 'sensitive',
    forget_once_sent: 'internal',
    created_at: 'internal',
    sent_at: 'internal',
    attempts: 'internal',
    last_failure: 'personal',
    unsubscribe_url: 'sensitive',
  },
  staff: {
    id: 'internal',
    email: 'personal',
    email_verified: 'internal',
    name: 'personal',
    image: 'personal',
    role: 'internal',
    lang: 'personal',
    disabled_at: 'internal',
    created_at: 'internal',
    updated_at: 'internal',
  },
  staff_sessions: {
    id: 'internal',
    staff_id: 'internal',
    token: 'sensitive',
    expires_at: 'internal',
    ip_address: 'personal',
    user_agent: 'personal',
    created_at: 'internal',
    updated_at: 'internal',
  },
  staff_accounts: {
    id: 'internal',
    staff_id: 'internal',
    account_id: 'personal',
    provider_id: 'internal',
    access_token: 'sensitive',
    refresh_token: 'sensitive',
    id_token: 'sensitive',
    access_token_expires_at: 'internal',
    refresh_token_expires_at: 'internal',
    scope: 'internal',
    password: 'sensitive',
    created_at: 'internal',
    updated_at: 'internal',
  },
  staff_verifications: {
    id: 'internal',
    identifier: 'sensitive',
    value: 'sensitive',
    expires_at: 'internal',
    created_at: 'internal',
    updated_at: 'internal',
  },
  kept_forms: {
    id: 'internal',
    staff_id: 'internal',
    path: 'internal',
    action: 'internal',
    fields: 'sensitive',
    kept_at: 'internal',
    shown_at: 'internal',
  },
  posting_announcements: {
    id: 'internal',
    posting_id: 'public',
    kind: 'public',
    posting_version: 'public',
    happened_at: 'public',
  },
  webhook_endpoints: {
    id: 'internal',
    // Some carry a secret in their path (Slack's do).
    url: 'sensitive',
    format: 'internal',
    lang: 'internal',
    events: 'internal',
    secret_sealed: 'sensitive',
    created_by: 'internal',
    created_at: 'internal',
    disabled_at: 'internal',
    disabled_because: 'internal',
  },
  webhook_messages: {
    id: 'internal',
    endpoint_id: 'internal',
    event: 'internal',
    body: 'internal',
    created_at: 'internal',
    attempts: 'internal',
    attempted_at: 'internal',
    last_failure: 'internal',
    delivered_at: 'internal',
    dead_at: 'internal',
  },
  job_alerts: {
    id: 'internal',
    email: 'personal',
    lang: 'personal',
    search: 'personal',
    asked_at: 'internal',
    confirmed_at: 'internal',
  },
  job_alert_sendings: { alert_id: 'internal', announcement_id: 'internal', sent_at: 'internal' },
  api_keys: {
    id: 'internal',
    name: 'internal',
    key_hash: 'sensitive',
    key_end: 'internal',
    scopes: 'internal',
    created_at: 'internal',
    last_used_at: 'internal',
    revoked_at: 'internal',
  },
  api_answers: {
    key_id: 'internal',
    idempotency_key: 'internal',
    request_hash: 'internal',
    status: 'internal',
    // The address of a receipt opens it.
    body: 'sensitive',
    began_at: 'internal',
  },
};

/** The same of the schema `equity`. */
export const equityColumnClasses: {
  readonly [Table in keyof EquityDatabase]: Readonly<
    Record<keyof EquityDatabase[Table], ColumnClass>
  >;
} = {
  // Self-declarations. The key is outside the database; but the program holds it, so not `sealed`.
  shelves: { shelf: 'internal', sealed: 'sensitive' },
};
