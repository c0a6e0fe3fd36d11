-- Applications that come through the API: the Lever-compatible one takes them without a résumé.

alter table applications alter column resume_sha256 drop not null;
alter table applicant_identities alter column resume_name drop not null;

-- Keys of programs. Only the hash of a key is kept: it is 256 random bits, so one round is enough.
create table api_keys (
  id uuid primary key,
  name text not null,
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  -- The key's last characters, to tell it from others without knowing it.
  key_end text not null,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'apply']),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create unique index api_keys_one_of_a_name on api_keys (name) where revoked_at is null;

-- What was answered to a request with an Idempotency-Key, for a day. No status: still under way, or
-- ended by an outage.
create table api_answers (
  key_id uuid not null references api_keys (id),
  idempotency_key text not null,
  request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
  status integer,
  body jsonb,
  began_at timestamptz not null,
  primary key (key_id, idempotency_key)
);
create index api_answers_by_time on api_answers (began_at);
