-- Accommodation: cases that only their candidate and the custodians can open, and what was agreed
-- to be told. Whatever is called `sealed` is an age file; the program keeps no key that opens it.

alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check
  check (role in ('admin', 'manager', 'assessor', 'custodian'));

-- Whom cases are sealed to: each custodian, and the recovery key, which is on paper.
create table custodian_keys (
  id uuid primary key,
  kind text not null check (kind in ('custodian', 'recovery')),
  holder text references staff (id),
  -- The public half: "age1…".
  recipient text not null unique,
  -- The other half, under the custodian's passphrase; null for the recovery key.
  locked_identity text,
  made_at timestamptz not null,
  -- Null until somebody who can open cases let it in: nothing is sealed to it before.
  admitted_at timestamptz,
  -- The key that let it in; its own id for the first of all.
  admitted_by uuid references custodian_keys (id),
  retired_at timestamptz,
  check ((kind = 'custodian') = (holder is not null)),
  check ((kind = 'custodian') = (locked_identity is not null))
);
create unique index custodian_keys_waiting on custodian_keys (holder)
  where retired_at is null and admitted_at is null;
create unique index custodian_keys_in_use on custodian_keys (kind, coalesce(holder, ''))
  where retired_at is null and admitted_at is not null;

-- A case, as far as it can be known without opening it. Its instants are those of whole hours.
create table accommodation_cases (
  id uuid primary key,
  -- What new entries are sealed to; its other half is in accommodation_keys, sealed in turn.
  case_key text not null,
  state text not null check (state in ('open', 'proposed', 'arranged', 'closed')),
  waits_for text not null check (waits_for in ('custodian', 'candidate', 'nobody')),
  waiting_since timestamptz not null,
  escalated_at timestamptz,
  closed_at timestamptz
);
create index accommodation_cases_waiting on accommodation_cases (waits_for, waiting_since);

-- The keys of a case, each sealed to those who hold it. A case has another key after a custodian left.
create table accommodation_keys (
  case_id uuid not null references accommodation_cases (id) on delete cascade,
  case_key text not null,
  -- The public half of whom it is sealed to.
  holder text not null,
  holder_kind text not null check (holder_kind in ('candidate', 'custodian', 'recovery')),
  sealed text not null,
  primary key (case_key, holder)
);
create index accommodation_keys_by_holder on accommodation_keys (holder);
create index accommodation_keys_by_case on accommodation_keys (case_id);

-- What was said in a case: the request, messages, proposals, answers.
create table accommodation_entries (
  id uuid primary key,
  case_id uuid not null references accommodation_cases (id) on delete cascade,
  position integer not null,
  case_key text not null,
  sealed text not null,
  unique (case_id, position)
);

-- A candidate who lost their code asks the custodians to let their browser in.
create table accommodation_readmissions (
  id uuid primary key,
  case_id uuid not null references accommodation_cases (id) on delete cascade,
  -- The public half of the browser's new code.
  holder text not null unique,
  case_key text not null,
  -- Which address was proven, sealed to the case.
  sealed text not null
);
create index accommodation_readmissions_by_case on accommodation_readmissions (case_id);

-- What was agreed: told to the hiring team in these words, and a later closing instant. Nothing here
-- leads to the case; `person` is a keyed hash of an address of e-mail.
create table arrangements (
  id uuid primary key,
  posting_id uuid not null references postings (id),
  person text not null,
  told jsonb,
  closes_at timestamptz,
  -- The day alone, for its disposal.
  agreed_on date not null
);
create index arrangements_by_person on arrangements (posting_id, person);

create table application_arrangements (
  application_id uuid not null references applications (id) on delete cascade,
  arrangement_id uuid not null references arrangements (id) on delete cascade,
  primary key (application_id, arrangement_id)
);
create index application_arrangements_by_arrangement on application_arrangements (arrangement_id);

-- The recipient of an e-mail that says by its existence what nobody should know: encrypted with the
-- site's secret while it waits, blank once it left.
alter table emails add column recipient_hidden boolean not null default false;
