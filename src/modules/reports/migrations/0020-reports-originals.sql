-- Who looked at a picture as it was before parts of it were covered, and why.
create table reports_originals_opened (
  id bigint generated always as identity constraint reports_originals_opened_pkey primary key,
  report_id uuid not null constraint reports_originals_opened_report_fkey references reports_reports,
  file_id uuid not null,
  at timestamptz not null,
  by_person uuid not null constraint reports_originals_opened_person_fkey references people_persons,
  reason text not null,
  constraint reports_originals_opened_reason check (length(reason) between 3 and 300)
);
create index reports_originals_opened_report on reports_originals_opened (report_id, at);
create index reports_originals_opened_person on reports_originals_opened (by_person);
