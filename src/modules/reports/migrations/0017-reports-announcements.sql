-- What the municipality says to everybody who is about to report: a storm, a broken main.
create table reports_announcements (
  id uuid constraint reports_announcements_pkey primary key default gen_random_uuid(),
  text jsonb not null,
  -- Everywhere where none is named.
  settlement_ehak text constraint reports_announcements_settlement_fkey references places_settlements,
  shown_from timestamptz not null,
  shown_until timestamptz not null,
  created_at timestamptz not null,
  by_person uuid not null constraint reports_announcements_person_fkey references people_persons,
  -- Kept pages are made anew when it begins and when it ends.
  began_at timestamptz,
  ended_at timestamptz,
  constraint reports_announcements_time check (shown_from < shown_until)
);
create index reports_announcements_shown on reports_announcements (shown_until) where ended_at is null;
create index reports_announcements_person on reports_announcements (by_person);
