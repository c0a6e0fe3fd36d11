-- Words of what was sent, for search: made in the background from answers and from the text of
-- documents, folded to small letters without accents.

create table application_texts (
  application_id uuid primary key references applications (id) on delete cascade,
  -- Of which version of the application; another one is read anew.
  version integer not null check (version > 0),
  -- Of the answers alone, for those who may not read documents.
  answers tsvector not null,
  everything tsvector not null
);
create index application_texts_answers on application_texts using gin (answers);
create index application_texts_everything on application_texts using gin (everything);
