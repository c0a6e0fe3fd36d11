-- Applying: drafts kept from the first field, answers to the process's own questions, documents,
-- and every version of an application that was sent.

-- What a person has written and not sent. The key is the private address of the draft, and becomes
-- the submission key of the application: one draft makes one application.
create table application_drafts (
  key uuid primary key,
  posting_id uuid not null references postings (id),
  lang text not null check (lang in ('en', 'fr')),
  -- { step: { revision, savedAt, fields: { name: text } } }: as typed, right or not.
  answers jsonb not null,
  -- Grows by one with each save: what was read at an older one is not written over.
  revision integer not null check (revision > 0),
  -- When its form was opened, which decides about grace.
  opened_at timestamptz not null,
  saved_at timestamptz not null,
  -- Set once an address was given that could be one: where reminders go.
  email text,
  reminded_at timestamptz
) with (fillfactor = 70);
-- Neither index holds what a save changes, so that most saves stay within their page (HOT).
create index application_drafts_by_posting on application_drafts (posting_id);
create index application_drafts_by_email on application_drafts (lower(email)) where email is not null;

-- Which of the documents asked for a file is.
alter table uploads add column document text not null default 'resume';
alter table uploads alter column document drop default;
create index uploads_by_file on uploads (file_sha256);

-- A file in which the scanner later finds something is kept away from everybody.
alter table stored_files drop constraint stored_files_scan_status_check;
alter table stored_files add constraint stored_files_scan_status_check
  check (scan_status in ('clean', 'not-scanned', 'infected'));
alter table stored_files add column scanned_at timestamptz;
create index stored_files_not_scanned on stored_files (stored_at) where scan_status = 'not-scanned';

-- The person that an application belongs to, once they have shown that its address is theirs.
alter table applications
  add column candidate_id uuid references candidates (id) on delete set null;
create index applications_by_candidate on applications (candidate_id) where candidate_id is not null;
-- Answers to the questions of the process, by question.
alter table applications add column answers jsonb not null default '{}';
alter table applications add column version integer not null default 1 check (version > 0);
create index applications_by_resume on applications (resume_sha256);

-- Citizenship, veterans, priorities: who somebody is, so never where an assessor reads.
alter table applicant_identities add column preference jsonb;

-- Each sending of an application. The one with the greatest number counts.
create table application_versions (
  application_id uuid not null references applications (id),
  number integer not null check (number > 0),
  posting_version text not null references posting_versions (hash),
  page_lang text not null check (page_lang in ('en', 'fr')),
  -- Everything answered but who they are, by question.
  answers jsonb not null,
  questions jsonb not null,
  privacy_notice text not null,
  within_grace boolean not null,
  submitted_at timestamptz not null,
  -- SHA-256 of the canonical form of what was sent (docs/receipt.md); null before there was one.
  sent_sha256 text check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (application_id, number)
);

-- Who the person said they are in each of them.
create table application_version_identities (
  application_id uuid not null,
  number integer not null,
  answers jsonb not null,
  primary key (application_id, number),
  foreign key (application_id, number) references application_versions (application_id, number)
);

create table application_files (
  application_id uuid not null,
  number integer not null,
  document text not null,
  file_sha256 text not null references stored_files (sha256),
  file_name text not null,
  primary key (application_id, number, document),
  foreign key (application_id, number) references application_versions (application_id, number)
);
create index application_files_by_file on application_files (file_sha256);

insert into application_versions (application_id, number, posting_version, page_lang, answers,
  questions, privacy_notice, within_grace, submitted_at)
select id, 1, posting_version, page_lang,
  jsonb_build_object('statement', statement, 'samples', to_jsonb(work_samples),
    'heard', heard_from, 'correspondence', correspondence_lang),
  questions, privacy_notice, within_grace, submitted_at
from applications;
insert into application_version_identities (application_id, number, answers)
select application_id, 1, jsonb_build_object('name', full_name, 'email', email, 'phone', phone)
from applicant_identities;
insert into application_files (application_id, number, document, file_sha256, file_name)
select a.id, 1, 'resume', a.resume_sha256, coalesce(i.resume_name, '')
from applications a join applicant_identities i on i.application_id = a.id
where a.resume_sha256 is not null;
