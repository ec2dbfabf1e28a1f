create extension if not exists pg_trgm;

-- One row per thing that can be found, whatever module it belongs to.
create table search_documents (
  kind text not null,
  id text not null,
  path text not null,
  title jsonb not null,
  -- The beginning of the text, for showing where the words were found.
  excerpt jsonb not null,
  on_date date,
  for_everyone boolean not null,
  reader_roles text[] not null default '{}',
  reader_persons uuid[] not null default '{}',
  title_words tsvector not null,
  words tsvector not null,
  -- The run of indexing that last saw it; what a whole run did not see is gone.
  run uuid not null,
  constraint search_documents_pkey primary key (kind, id)
);
create index search_documents_title_words on search_documents using gin (title_words);
create index search_documents_words on search_documents using gin (words);
create index search_documents_run on search_documents (kind, run);

-- Words of public documents as they are written, for "did you mean".
create table search_vocabulary (
  folded text constraint search_vocabulary_pkey primary key,
  word text not null,
  documents int not null
);
create index search_vocabulary_similar on search_vocabulary using gin (folded gin_trgm_ops);

-- Which rules the index was made by; others mean making it anew.
create table search_index (
  only_row boolean constraint search_index_pkey primary key default true,
  rules text not null,
  made_at timestamptz,
  constraint search_index_one check (only_row)
);
insert into search_index (rules) values ('');
