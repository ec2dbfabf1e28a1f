-- That a member has missed every sitting of three months in a row was told to the electoral committee (KOKS § 19(4)4).
create table meetings_absence_reports (
  body_id uuid not null constraint meetings_absence_reports_body_fkey references people_bodies (id),
  person_id uuid not null constraint meetings_absence_reports_person_fkey references people_persons (id),
  -- The month with which the ground arose, YYYY-MM.
  month text not null,
  reported_on date not null,
  reported_by uuid not null constraint meetings_absence_reports_by_fkey references people_persons (id),
  created_at timestamptz not null,
  constraint meetings_absence_reports_pkey primary key (body_id, person_id, month),
  constraint meetings_absence_reports_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$')
);

-- The law's rule holds for every council, also where its statute was entered before the rule could be.
update meetings_statutes
set rules = rules || '{"absence": {"months": 3, "warnAfter": 2, "basis": "KOKS § 19 lg 2 p 4"}}'::jsonb
where body_kind = 'council' and not rules ? 'absence';
