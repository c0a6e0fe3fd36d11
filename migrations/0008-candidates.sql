-- Candidates: proven e-mail addresses, their sessions, the private links that open them, passkeys.

create table candidates (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  lang text not null check (lang in ('en', 'fr')),
  created_at timestamptz not null,
  -- When a link sent to the address was first used; null: nobody has shown that it is theirs.
  proven_at timestamptz
);

create table candidate_sessions (
  id uuid primary key,
  candidate_id uuid not null references candidates (id) on delete cascade,
  -- SHA-256 of the cookie's content: whoever reads this table can open no session.
  token_hash text not null unique,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index candidate_sessions_by_candidate on candidate_sessions (candidate_id);
create index candidate_sessions_by_expiry on candidate_sessions (expires_at);

-- Links sent to an address. A candidate is made of it when the first is used, not before: what a
-- stranger types leaves no account, and no address is treated differently from another.
create table candidate_links (
  token_hash text primary key,
  email text not null check (email = lower(email)),
  lang text not null check (lang in ('en', 'fr')),
  path_en text not null,
  path_fr text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index candidate_links_by_expiry on candidate_links (expires_at);

create table candidate_passkeys (
  id uuid primary key,
  candidate_id uuid not null references candidates (id) on delete cascade,
  -- The authenticator's name of the key, base64url, and the domain that it is bound to.
  credential_id text not null unique,
  domain text not null,
  public_key bytea not null,
  uses bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index candidate_passkeys_by_candidate on candidate_passkeys (candidate_id);

-- What an authenticator is asked to sign, each once. Of nobody in particular when signing in.
create table candidate_challenges (
  challenge text primary key,
  candidate_id uuid references candidates (id) on delete cascade,
  expires_at timestamptz not null
);
create index candidate_challenges_by_expiry on candidate_challenges (expires_at);

-- Forms left unsent are kept for candidates as for staff.
alter table kept_forms
  alter column staff_id drop not null,
  add column candidate_id uuid references candidates (id) on delete cascade,
  add constraint kept_forms_one_owner check (num_nonnulls(staff_id, candidate_id) = 1);
create index kept_forms_by_candidate on kept_forms (candidate_id, path, kept_at desc);
