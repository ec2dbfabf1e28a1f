-- What coordinators set of a subject besides its words and terms.
alter table reports_categories
  -- Month and day, when it is offered only for a part of the year.
  add column season_from text,
  add column season_until text,
  -- What is reported so near and was open, or closed so lately, is shown to whoever reports; 0 shows nothing.
  add column duplicate_metres int not null default 250,
  add column duplicate_days int not null default 90,
  -- Whose words may stand with a report besides those of officials.
  add column told_by text not null default 'anyone',
  -- Months from the end of a report.
  add column updates_months int not null default 12,
  add column anonymise_months int not null default 24,
  add column delete_months int,
  add column changed_at timestamptz not null default now(),
  add constraint reports_categories_season check ((season_from is null) = (season_until is null)
    and season_from ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    and season_until ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  add constraint reports_categories_duplicates
    check (duplicate_metres between 0 and 5000 and duplicate_days between 1 and 730),
  add constraint reports_categories_told_by check (told_by in ('anyone', 'reporter', 'nobody')),
  add constraint reports_categories_keeping check (updates_months between 1 and 240
    and anonymise_months between updates_months and 600 and delete_months between anonymise_months and 1200);

alter table reports_groups add column changed_at timestamptz not null default now();

-- Every change of a setting: `about` is `category:code`, `group:code` and so on; changes are old and new by field.
create table reports_setting_changes (
  id bigint generated always as identity constraint reports_setting_changes_pkey primary key,
  about text not null,
  at timestamptz not null,
  by_person uuid constraint reports_setting_changes_person_fkey references people_persons,
  why text not null,
  changes jsonb not null,
  constraint reports_setting_changes_why check (length(why) between 1 and 300)
);
create index reports_setting_changes_about on reports_setting_changes (about, id desc);
create index reports_setting_changes_person on reports_setting_changes (by_person) where by_person is not null;
