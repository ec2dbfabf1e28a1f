-- For so many days after it was said to be mended neighbours can open a report again.
alter table reports_categories add column reopen_days int not null default 30
  constraint reports_categories_reopen_days check (reopen_days between 1 and 365);

-- Somebody other than the sender says that it is not mended. Of an address only a keyed hash is kept.
create table reports_doubts (
  id uuid constraint reports_doubts_pkey primary key default gen_random_uuid(),
  report_id uuid not null constraint reports_doubts_report_fkey references reports_reports,
  -- The end that is doubted; what was said of an earlier one does not count.
  closed_at timestamptz not null,
  person_id uuid constraint reports_doubts_person_fkey references people_persons,
  address_index bytea,
  at timestamptz not null,
  confirmed_at timestamptz,
  constraint reports_doubts_who check (num_nonnulls(person_id, address_index) = 1),
  constraint reports_doubts_once unique nulls not distinct (report_id, closed_at, person_id, address_index)
);
create index reports_doubts_person on reports_doubts (person_id) where person_id is not null;

-- "Is it mended?", asked of the sender after a long silence.
create table reports_checks (
  id uuid constraint reports_checks_pkey primary key default gen_random_uuid(),
  report_id uuid not null constraint reports_checks_report_fkey references reports_reports,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  constraint reports_checks_answer check (answer in ('yes', 'no', 'stop')),
  constraint reports_checks_answered check ((answered_at is null) = (answer is null))
);
create index reports_checks_report on reports_checks (report_id, asked_at desc);

alter table reports_reports add column refuses_checks boolean not null default false;
