-- Indexes of the desk's table of applications: each order it can be sorted by, walked either way.
-- Measured by bench/desk-table.ts.

-- All columns in one direction, so that one index serves the order by status both ways, the filter
-- by status, and (with the language beside it) the counts, without touching the table.
create index applications_by_status_and_time
  on applications (posting_id, status, submitted_at, id) include (correspondence_lang);
drop index applications_by_status;

-- Under the "C" collation, a page means the same on every server and survives its upgrades.
create index applications_by_reference on applications (posting_id, reference collate "C");
create index applicant_identities_by_name
  on applicant_identities (name_sort collate "C", application_id);
