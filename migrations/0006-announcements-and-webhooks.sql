-- What the world is told of postings, and who is told by a webhook.

-- Each row is one thing that happened to what the public can see, found by comparing the catalogue
-- with the row before it: told once, whatever restarts in between.
create table posting_announcements (
  id uuid primary key,
  posting_id uuid not null references postings (id),
  kind text not null check (kind in ('opened', 'changed', 'closed')),
  posting_version text not null references posting_versions (hash),
  happened_at timestamptz not null
);
create index posting_announcements_latest on posting_announcements (posting_id, happened_at desc);

create table webhook_endpoints (
  id uuid primary key,
  url text not null,
  format text not null check (format in ('standard', 'slack')),
  -- Language of the messages that people read; the standard format has both.
  lang text not null check (lang in ('en', 'fr')),
  events text[] not null,
  -- The signing secret, encrypted with a key made from TANDEM_SECRET.
  secret_sealed text not null,
  created_by text not null references staff (id),
  created_at timestamptz not null,
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('staff', 'gone'))
);

create table webhook_messages (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints (id) on delete cascade,
  event text not null,
  -- The exact text that is signed and sent, the same at every try.
  body text not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  attempted_at timestamptz,
  -- A status or an error code, never what the other server said.
  last_failure text,
  delivered_at timestamptz,
  -- Given up: a dead letter until somebody sends it again.
  dead_at timestamptz
);
create index webhook_messages_by_endpoint on webhook_messages (endpoint_id, created_at desc, id);
