-- Ready answers. What one says stands in its versions; the newest is in force.
create table reports_templates (
  id uuid constraint reports_templates_pkey primary key default gen_random_uuid(),
  -- For those that come with the site; what officials write has none.
  code text constraint reports_templates_code_key unique,
  -- For every category where none is named.
  category_code text constraint reports_templates_category_fkey references reports_categories,
  -- The state that the answer usually goes with.
  state text,
  created_at timestamptz not null
);

create table reports_template_versions (
  template_id uuid not null constraint reports_template_versions_template_fkey references reports_templates,
  number int not null,
  title text not null,
  text jsonb not null,
  is_retired boolean not null,
  at timestamptz not null,
  by_person uuid constraint reports_template_versions_person_fkey references people_persons,
  why text not null,
  constraint reports_template_versions_pkey primary key (template_id, number),
  constraint reports_template_versions_title check (length(title) between 1 and 100),
  constraint reports_template_versions_number check (number >= 1)
);

-- What is urgent is said among officials alone.
alter table reports_reports add column priority smallint not null default 1
  constraint reports_reports_priority check (priority in (0, 1, 2));

-- The day that is owed next: of the first answer, then of the end.
alter table reports_reports add column next_due date generated always as
  (case when first_answer_at is null then least(answer_due, fix_due) else fix_due end) stored;
drop index reports_reports_open;
create index reports_reports_open on reports_reports (priority, next_due, fix_due, number)
  where state in ('confirmed', 'investigating', 'in-progress', 'planned', 'action-scheduled');
create index reports_reports_open_post on reports_reports (assigned_post, priority, next_due)
  where state in ('confirmed', 'investigating', 'in-progress', 'planned', 'action-scheduled');
create index reports_reports_open_place on reports_reports (settlement_ehak, priority, next_due)
  where state in ('confirmed', 'investigating', 'in-progress', 'planned', 'action-scheduled');
create index reports_reports_open_category on reports_reports (category_code, priority, next_due)
  where state in ('confirmed', 'investigating', 'in-progress', 'planned', 'action-scheduled');
