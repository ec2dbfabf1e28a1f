-- Told to be the same as another, with what was before, so that a mistake can be taken back.
create table reports_doublings (
  id uuid constraint reports_doublings_pkey primary key default gen_random_uuid(),
  report_id uuid not null constraint reports_doublings_report_fkey references reports_reports,
  main_id uuid not null constraint reports_doublings_main_fkey references reports_reports,
  at timestamptz not null,
  by_person uuid not null constraint reports_doublings_person_fkey references people_persons,
  state_before text not null,
  state_since_before timestamptz not null,
  first_answer_before timestamptz,
  undone_at timestamptz,
  undone_by uuid constraint reports_doublings_undone_by_fkey references people_persons,
  constraint reports_doublings_undone check ((undone_at is null) = (undone_by is null)),
  constraint reports_doublings_others check (report_id <> main_id)
);
create unique index reports_doublings_standing on reports_doublings (report_id) where undone_at is null;

alter table reports_reports add column split_from uuid
  constraint reports_reports_split_fkey references reports_reports;
create index reports_reports_split on reports_reports (split_from) where split_from is not null;

-- What was done besides words and states, said by the page in the reader's language.
alter table reports_updates add column what text;
alter table reports_updates add column about_number bigint;
alter table reports_updates drop constraint reports_updates_something;
alter table reports_updates add constraint reports_updates_something
  check (words <> '' or new_state is not null or what is not null);
