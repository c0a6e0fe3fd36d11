-- Privacy: what candidates ask about their personal information, legal holds, and the certificates
-- of what was disposed of.

create table privacy_requests (
  id uuid primary key,
  -- "P-7K3M-9QXD": said on the telephone, written in e-mails.
  reference text not null unique,
  -- No foreign key: the request outlives the erasure that it asked for, as an id that leads nowhere.
  candidate_id uuid not null,
  kind text not null check (kind in ('export', 'access', 'correction', 'deletion')),
  lang text not null check (lang in ('en', 'fr')),
  -- Of a correction or a deletion: the application it is about; null for everything else, or all.
  application_id uuid,
  -- Of a correction: what it is about.
  item text check (item in ('name', 'email', 'phone', 'answers', 'decision', 'other')),
  -- The candidate's own words; blank once they were erased.
  asked text not null,
  -- Of a deletion: whether they consented to it before two years are over.
  consented boolean not null,
  asked_at timestamptz not null,
  -- By when it must be answered: thirty days, and as many more as it was extended by.
  due_at timestamptz not null,
  extended_at timestamptz,
  extension_reason text,
  outcome text check (outcome in ('done', 'refused', 'withdrawn')),
  answer text not null default '',
  closed_by text,
  closed_at timestamptz,
  -- Which warning went last to those who answer.
  warned text check (warned in ('soon', 'tomorrow', 'overdue')),
  check ((outcome is null) = (closed_at is null)),
  check ((extended_at is null) = (extension_reason is null))
);
create index privacy_requests_by_candidate on privacy_requests (candidate_id, asked_at desc);
create index privacy_requests_open on privacy_requests (due_at) where closed_at is null;

-- What stands beside an application after a request to correct it: the correction, or the words of
-- one that was refused.
create table privacy_annotations (
  id uuid primary key,
  application_id uuid not null references applications (id),
  kind text not null check (kind in ('correction', 'notation')),
  item text not null check (item in ('name', 'email', 'phone', 'answers', 'decision', 'other')),
  body text not null,
  attached_by text not null,
  attached_at timestamptz not null
);
create index privacy_annotations_by_application on privacy_annotations (application_id, attached_at);

-- To whom outside the organization something of an application was given.
create table privacy_disclosures (
  id uuid primary key,
  application_id uuid not null references applications (id),
  recipient text not null,
  recipient_email text not null,
  what text not null,
  disclosed_at timestamptz not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index privacy_disclosures_by_application on privacy_disclosures (application_id, disclosed_at);

-- What must not be disposed of, whatever the schedule or its person says.
create table legal_holds (
  id uuid primary key,
  -- One of both: all applications to a posting, or everything of a candidate.
  posting_id uuid references postings (id),
  candidate_id uuid,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_because text,
  lifted_at timestamptz,
  check (num_nonnulls(posting_id, candidate_id) = 1),
  check (num_nonnulls(lifted_by, lifted_because, lifted_at) in (0, 3))
);
create unique index legal_holds_one_of_a_posting on legal_holds (posting_id)
  where lifted_at is null and posting_id is not null;
create unique index legal_holds_one_of_a_candidate on legal_holds (candidate_id)
  where lifted_at is null and candidate_id is not null;

-- What was disposed of: each row says it of itself and of the row before it, by its hash.
create table disposal_certificates (
  number bigint primary key check (number > 0),
  rule text not null,
  cause text not null check (cause in ('schedule', 'request', 'leftover')),
  -- Rows by table, and files: { "applications": 12, "files": 9 }.
  counts jsonb not null,
  -- How many were due and stayed, because they are held.
  held integer not null check (held >= 0),
  -- What was older than this was due; null where a person asked.
  cutoff timestamptz,
  schedule_hash text not null check (schedule_hash ~ '^[0-9a-f]{64}$'),
  disposition_authority text,
  disposed_at timestamptz not null,
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);
create trigger disposal_certificates_append_only
  before update or delete on disposal_certificates
  for each row execute function refuse_rewriting_history();
create trigger disposal_certificates_no_truncate
  before truncate on disposal_certificates
  for each statement execute function refuse_rewriting_history();

-- Every text of the privacy notice that people were shown, by its version.
create table privacy_notices (
  version text primary key,
  content jsonb not null,
  first_shown_at timestamptz not null
);

-- What disposal looks for.
create index emails_by_recipient on emails (lower(recipient));
create index uploads_by_time on uploads (uploaded_at);
create index stored_files_by_time on stored_files (stored_at);
