-- One step taken with several reports at once, with what each was before and after: what nobody has changed since can
-- be taken back for a while.
create table reports_bulk_steps (
  id uuid constraint reports_bulk_steps_pkey primary key default gen_random_uuid(),
  at timestamptz not null,
  by_person uuid not null constraint reports_bulk_steps_person_fkey references people_persons,
  what text not null,
  undone_at timestamptz,
  constraint reports_bulk_steps_what check (what in ('assign', 'move', 'state', 'priority', 'double'))
);
create index reports_bulk_steps_person on reports_bulk_steps (by_person, at desc);

create table reports_bulk_rows (
  step_id uuid not null constraint reports_bulk_rows_step_fkey references reports_bulk_steps,
  report_id uuid not null constraint reports_bulk_rows_report_fkey references reports_reports,
  outcome text not null,
  before jsonb,
  after jsonb,
  undo_outcome text,
  constraint reports_bulk_rows_pkey primary key (step_id, report_id),
  constraint reports_bulk_rows_done check ((outcome = 'done') = (after is not null))
);
create index reports_bulk_rows_report on reports_bulk_rows (report_id);
