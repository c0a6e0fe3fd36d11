-- Publication: which text was on the site when, where it came from in Git, what the check found in
-- it, and who published it all the same.

-- The last commit that touched the files of a version; null where they are not in Git.
alter table posting_versions
  add column commit_id text check (commit_id ~ '^[0-9a-f]{40}([0-9a-f]{24})?$'),
  add column commit_author text,
  add column committed_at timestamptz,
  -- The text was not, or not so, in a commit.
  add column uncommitted boolean not null default false;

-- One row each time that what is advertised changes; `version_hash` is null from a withdrawal on.
create table posting_publications (
  id bigint generated always as identity primary key,
  posting_id uuid not null references postings (id),
  version_hash text references posting_versions (hash),
  draft boolean not null,
  since timestamptz not null
);
create index posting_publications_by_posting on posting_publications (posting_id, since desc, id desc);
insert into posting_publications (posting_id, version_hash, draft, since)
  select posting_id, hash, false, recorded_at from posting_versions order by recorded_at;

-- What the check found in a version: never asked again of the same text by the same check.
create table gate_checks (
  version_hash text not null check (version_hash ~ '^[0-9a-f]{64}$'),
  gate_revision text not null,
  findings jsonb not null,
  checked_at timestamptz not null,
  primary key (version_hash, gate_revision)
);

create table gate_overrides (
  id uuid primary key,
  posting_id uuid not null references postings (id),
  version_hash text not null check (version_hash ~ '^[0-9a-f]{64}$'),
  findings jsonb not null,
  reason text not null,
  -- Null where it was the operator, at the command line.
  decided_by text references staff (id),
  decided_at timestamptz not null
);
create index gate_overrides_by_version on gate_overrides (version_hash);
create index gate_overrides_by_posting on gate_overrides (posting_id, decided_at desc);

create trigger posting_publications_append_only
  before update or delete on posting_publications
  for each row execute function refuse_rewriting_history();
create trigger posting_publications_no_truncate
  before truncate on posting_publications
  for each statement execute function refuse_rewriting_history();
create trigger gate_overrides_append_only
  before update or delete on gate_overrides
  for each row execute function refuse_rewriting_history();
create trigger gate_overrides_no_truncate
  before truncate on gate_overrides
  for each statement execute function refuse_rewriting_history();
