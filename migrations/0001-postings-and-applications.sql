-- Postings: identity, addresses and every advertised text. The files in Git are the source; these
-- tables remember what must outlive an edit: slugs already given out, and what a candidate saw.

create table postings (
  id uuid primary key,
  translation_key text not null unique,
  first_seen_at timestamptz not null
);

create table posting_slugs (
  lang text not null check (lang in ('en', 'fr')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  posting_id uuid not null references postings (id),
  is_current boolean not null,
  since timestamptz not null,
  primary key (lang, slug)
);
create unique index posting_slugs_one_current on posting_slugs (posting_id, lang) where is_current;

create table posting_versions (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  posting_id uuid not null references postings (id),
  en_source text not null,
  fr_source text not null,
  process_source text,
  recorded_at timestamptz not null
);
create index posting_versions_latest on posting_versions (posting_id, recorded_at desc);

-- Files are content-addressed: the bytes are on disk or in an object store, the facts are here.

create table stored_files (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes integer not null check (size_bytes > 0),
  document_type text not null check (document_type in ('pdf', 'docx', 'doc', 'odt', 'rtf', 'txt')),
  scan_status text not null check (scan_status in ('clean', 'not-scanned')),
  scan_detail text,
  stored_at timestamptz not null
);

-- A file that came with a form not accepted yet: kept so that nobody has to choose it again.
create table uploads (
  id uuid primary key,
  submission_key uuid not null,
  file_sha256 text not null references stored_files (sha256),
  file_name text not null,
  uploaded_at timestamptz not null
);
create index uploads_by_submission on uploads (submission_key, uploaded_at desc);

create table applications (
  id uuid primary key,
  reference text not null unique,
  posting_id uuid not null references postings (id),
  posting_version text not null references posting_versions (hash),
  submission_key uuid not null unique,
  page_lang text not null check (page_lang in ('en', 'fr')),
  correspondence_lang text not null check (correspondence_lang in ('en', 'fr')),
  statement text not null,
  work_samples text[] not null,
  heard_from text not null,
  resume_sha256 text not null references stored_files (sha256),
  questions jsonb not null,
  privacy_notice text not null,
  within_grace boolean not null,
  status text not null default 'received'
    check (status in ('received', 'screened-in', 'screened-out')),
  submitted_at timestamptz not null
);
create index applications_by_time on applications (posting_id, submitted_at desc, id desc);
create index applications_by_status on applications (posting_id, status, submitted_at desc, id desc);

-- Who a candidate is stands apart from what they wrote, so that a query made for an assessor has
-- no identity to return.
create table applicant_identities (
  application_id uuid primary key references applications (id),
  full_name text not null,
  name_sort text not null,
  email text not null,
  phone text,
  resume_name text not null,
  search_text text not null
);
create index applicant_identities_by_email on applicant_identities (lower(email));

create table screening_decisions (
  id uuid primary key,
  application_id uuid not null references applications (id),
  outcome text not null check (outcome in ('screened-in', 'screened-out')),
  reason text not null,
  words text not null,
  words_lang text not null check (words_lang in ('en', 'fr')),
  decided_by text not null,
  decided_at timestamptz not null
);
create index screening_decisions_by_application on screening_decisions (application_id, decided_at);

create table application_notes (
  id uuid primary key,
  application_id uuid not null references applications (id),
  body text not null,
  written_by text not null,
  written_at timestamptz not null
);
create index application_notes_by_application on application_notes (application_id, written_at);

-- What happened, in order, never rewritten. Rows hold ids and codes, no personal data, so that the
-- history can outlive the erasure of what it speaks of.
create table application_events (
  id bigint generated always as identity primary key,
  application_id uuid not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('candidate', 'staff', 'system')),
  actor_id text,
  detail jsonb not null,
  happened_at timestamptz not null
);
create index application_events_by_application on application_events (application_id, id);

create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger application_events_append_only
  before update or delete on application_events
  for each row execute function refuse_rewriting_history();
create trigger application_events_no_truncate
  before truncate on application_events
  for each statement execute function refuse_rewriting_history();

-- Every e-mail, written in the transaction that caused it and sent by a task.
create table emails (
  id uuid primary key,
  kind text not null,
  lang text not null check (lang in ('en', 'fr')),
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  -- Its text opens a door (a sign-in link): blanked as soon as it has left.
  forget_once_sent boolean not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_failure text
);
create index emails_by_time on emails (created_at desc, id);
