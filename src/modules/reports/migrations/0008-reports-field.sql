-- The work given to a contractor, who sees nothing but it; the official's post still answers for the report.
alter table reports_reports add column contractor_post uuid
  constraint reports_reports_contractor_fkey references people_posts;
alter table reports_reports add column contractor_since timestamptz;
-- What the contractor is told; not public.
alter table reports_reports add column work_order text;
alter table reports_reports add constraint reports_reports_contractor
  check ((contractor_post is null) = (contractor_since is null) and length(work_order) <= 2000);
create index reports_reports_contractor on reports_reports (contractor_post, fix_due) where contractor_post is not null;

-- What the mending cost, as whoever did it or ordered it said.
alter table reports_reports add column cost_cents int
  constraint reports_reports_cost check (cost_cents between 0 and 1000000000);
