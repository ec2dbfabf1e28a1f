-- A form belongs to a thing of another module, named by a key of that module: `reports.category:streetlight`.
create table forms_forms (
  id uuid constraint forms_forms_pkey primary key default gen_random_uuid(),
  owner text not null constraint forms_forms_owner unique,
  created_at timestamptz not null,
  constraint forms_forms_owner_shape check (owner ~ '^[a-z][a-z0-9.-]{1,60}:.{1,120}$')
);

-- What was published, and why. Answers are kept with the version that they were given to.
create table forms_versions (
  form_id uuid not null constraint forms_versions_form_fkey references forms_forms (id),
  number int not null,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  note text not null,
  constraint forms_versions_pkey primary key (form_id, number),
  constraint forms_versions_number check (number > 0),
  constraint forms_versions_note check (length(note) <= 1000)
);
create trigger forms_versions_published before update or delete on forms_versions
  for each row execute function platform_refuse_change();
create trigger forms_versions_keep before truncate on forms_versions
  for each statement execute function platform_refuse_change();

-- The next version as it is being written. `revision` tells whether somebody else has changed it meanwhile.
create table forms_drafts (
  form_id uuid constraint forms_drafts_pkey primary key constraint forms_drafts_form_fkey references forms_forms (id),
  definition jsonb not null,
  revision int not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  constraint forms_drafts_revision check (revision > 0)
);

create table forms_answers (
  id uuid constraint forms_answers_pkey primary key default gen_random_uuid(),
  form_id uuid not null,
  version int not null,
  answers jsonb not null,
  at timestamptz not null,
  constraint forms_answers_version_fkey foreign key (form_id, version) references forms_versions (form_id, number),
  constraint forms_answers_shape check (jsonb_typeof(answers) = 'object')
);
create index forms_answers_version on forms_answers (form_id, version);
