-- What candidates ask about an application, and what the hiring team answers.

create table application_messages (
  id uuid primary key,
  application_id uuid not null references applications (id),
  body text not null,
  -- The member of staff who answered; null for the candidate's own words.
  answered_by text,
  written_at timestamptz not null
);
create index application_messages_by_application on application_messages (application_id, written_at);
