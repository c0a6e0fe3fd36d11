-- Where a candidate stands: criteria one by one, notices with time to think again, withdrawing.

-- A candidate may leave the process. Nothing leads back: whoever thinks again applies again.
alter table applications drop constraint applications_status_check;
alter table applications add constraint applications_status_check
  check (status in ('received', 'screened-in', 'screened-out', 'withdrawn'));

-- What a decision found for each criterion, with the criterion's words as they were advertised.
create table screening_findings (
  decision_id uuid not null references screening_decisions (id) on delete cascade,
  -- Id of the criterion in the process facts.
  criterion text not null,
  -- Order on the page and in the record.
  place integer not null check (place >= 0),
  kind text not null check (kind in ('essential', 'asset', 'operational', 'organizational')),
  text_en text not null,
  text_fr text not null,
  result text not null check (result in ('met', 'not-met', 'not-assessed')),
  -- Why, to the candidate, in the language of the decision's words; empty where nothing was said.
  words text not null,
  primary key (decision_id, criterion)
);

-- Notices prepared together. They leave when their time has come, unless they were stopped before.
create table notice_batches (
  id uuid primary key,
  posting_id uuid not null references postings (id),
  template text not null check (template in ('screened-in', 'screened-out', 'update')),
  prepared_by text not null,
  confirmed_at timestamptz not null,
  leaves_at timestamptz not null,
  stopped_at timestamptz,
  stopped_by text,
  left_at timestamptz
);
create index notice_batches_by_posting on notice_batches (posting_id, confirmed_at desc);
create index notice_batches_waiting on notice_batches (leaves_at)
  where left_at is null and stopped_at is null;

-- One letter, as its one reader gets it: written when it was confirmed, never afterwards.
create table notices (
  id uuid primary key,
  batch_id uuid not null references notice_batches (id),
  application_id uuid not null references applications (id),
  -- The decision that it tells of; once it has left, its candidate may read the record of it.
  decision_id uuid references screening_decisions (id),
  lang text not null check (lang in ('en', 'fr')),
  subject text not null,
  body text not null,
  left_at timestamptz,
  -- Why it did not leave with the others.
  held_back text check (held_back in ('withdrawn', 'decided-again')),
  unique (batch_id, application_id),
  check (left_at is null or held_back is null)
);
create index notices_by_application on notices (application_id, left_at);
create index notices_by_decision on notices (decision_id) where decision_id is not null;

-- What a message of the candidate asks for: an answer, or to talk the decision over.
alter table application_messages add column about text not null default 'question'
  check (about in ('question', 'informal-discussion'));

-- Whose an application is: of the candidate who has shown that the address on it is theirs.
create view candidate_applications as
  select c.id as candidate_id, i.application_id
  from candidates c join applicant_identities i on lower(i.email) = c.email;
