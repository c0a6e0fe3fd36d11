-- Staff, their sessions and sign-in links: the tables better-auth works on, under this domain's names.

create table staff (
  id text primary key,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  name text not null,
  image text,
  role text not null check (role in ('admin', 'manager', 'assessor')),
  lang text not null check (lang in ('en', 'fr')),
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table staff_sessions (
  id text primary key,
  staff_id text not null references staff (id),
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_sessions_by_staff on staff_sessions (staff_id);

create table staff_accounts (
  id text primary key,
  staff_id text not null references staff (id),
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_accounts_by_staff on staff_accounts (staff_id);

create table staff_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_verifications_by_identifier on staff_verifications (identifier);

-- What a member of staff had typed when their session ended, kept until they are back.
create table kept_forms (
  id uuid primary key,
  staff_id text not null references staff (id),
  path text not null,
  action text not null,
  fields jsonb not null,
  kept_at timestamptz not null,
  shown_at timestamptz
);
create index kept_forms_by_staff on kept_forms (staff_id, path, kept_at desc);
