-- Meetings that repeat, planned together; their days may be known to everybody long before the agenda is.

create table meetings_series (
  id uuid constraint meetings_series_pkey primary key default gen_random_uuid(),
  body_id uuid not null constraint meetings_series_body_fkey references people_bodies (id),
  pattern jsonb not null,
  from_day date not null,
  until_day date not null,
  created_at timestamptz not null,
  constraint meetings_series_days check (until_day >= from_day)
);
create index meetings_series_body on meetings_series (body_id);

alter table meetings_meetings add column series_id uuid
  constraint meetings_meetings_series_fkey references meetings_series (id);
create index meetings_meetings_series on meetings_meetings (series_id, starts_at) where series_id is not null;
-- Since when everybody knows its day, whatever becomes of its agenda.
alter table meetings_meetings add column day_known_at timestamptz;
create index meetings_meetings_day_known on meetings_meetings (starts_at, number)
  where day_known_at is not null and announced_at is null;
create index meetings_meetings_starts on meetings_meetings (starts_at) where state <> 'cancelled';
