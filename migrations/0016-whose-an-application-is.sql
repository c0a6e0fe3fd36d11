-- Whose an application is, its address tells: see the view candidate_applications. The column was
-- written beside it and read by nothing.

drop index applications_by_candidate;
alter table applications drop column candidate_id;
