-- Who wants to hear by e-mail of new postings.

create table job_alerts (
  id uuid primary key,
  email text not null,
  lang text not null check (lang in ('en', 'fr')),
  -- The search of the list of postings that a new one must match: "" for every posting.
  search text not null,
  asked_at timestamptz not null,
  -- Null until the link in the e-mail was followed: nothing else is sent before.
  confirmed_at timestamptz
);
create unique index job_alerts_one_each on job_alerts (lower(email), lang, search);
create index job_alerts_confirmed on job_alerts (id) where confirmed_at is not null;

-- What each was told of, so that nobody hears twice of one opening.
create table job_alert_sendings (
  alert_id uuid not null references job_alerts (id) on delete cascade,
  announcement_id uuid not null references posting_announcements (id),
  sent_at timestamptz not null,
  primary key (alert_id, announcement_id)
);

-- Where one press in the mail program ends a subscription (RFC 8058).
alter table emails add column unsubscribe_url text;
