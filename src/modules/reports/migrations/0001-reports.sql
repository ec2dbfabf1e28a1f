create table reports_groups (
  code text constraint reports_groups_pkey primary key,
  name jsonb not null,
  position int not null
);

-- What can be reported. A category is never removed, since reports name it: it is closed.
create table reports_categories (
  code text constraint reports_categories_pkey primary key,
  group_code text not null constraint reports_categories_group_fkey references reports_groups,
  name jsonb not null,
  description jsonb not null,
  -- Other words for the same, as people look for it.
  keywords jsonb not null,
  -- What the reader must know before sending: a season, who else answers for it.
  notice jsonb,
  is_open boolean not null,
  is_private boolean not null,
  allows_anonymous boolean not null,
  -- The post that answers; without one the reports wait for whoever assigns them.
  post_id uuid constraint reports_categories_post_fkey references people_posts,
  answer_days int not null,
  fix_days int not null,
  position int not null,
  constraint reports_categories_code check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  constraint reports_categories_days check (answer_days between 1 and 30 and fix_days between 1 and 365)
);

create table reports_reports (
  id uuid constraint reports_reports_pkey primary key default gen_random_uuid(),
  number bigint generated always as identity constraint reports_reports_number_key unique,
  category_code text not null constraint reports_reports_category_fkey references reports_categories,
  -- As it was called when the report was sent.
  category_name jsonb not null,
  words text not null,
  latitude double precision,
  longitude double precision,
  accuracy_metres int,
  placed_by text not null,
  address text not null,
  settlement_ehak text constraint reports_reports_settlement_fkey references places_settlements,
  state text not null,
  state_since timestamptz not null,
  is_private boolean not null,
  hidden_at timestamptz,
  hidden_reason text,
  reporter_person uuid constraint reports_reports_reporter_fkey references people_persons,
  reporter_name text,
  reporter_email text,
  shows_name boolean not null,
  channel text not null,
  entered_by uuid constraint reports_reports_entered_by_fkey references people_persons,
  language text not null,
  -- By the sender's own clock, which may be wrong; nothing is counted from it.
  sent_at timestamptz,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  first_answer_at timestamptz,
  closed_at timestamptz,
  answer_due date,
  fix_due date,
  assigned_post uuid constraint reports_reports_assigned_post_fkey references people_posts,
  assigned_person uuid constraint reports_reports_assigned_person_fkey references people_persons,
  duplicate_of uuid constraint reports_reports_duplicate_fkey references reports_reports,
  constraint reports_reports_state check (state in ('unconfirmed', 'confirmed', 'investigating', 'in-progress',
    'planned', 'action-scheduled', 'fixed-by-parish', 'fixed-by-user', 'no-further-action', 'not-responsible',
    'duplicate', 'internal-referral', 'cancelled')),
  constraint reports_reports_words check (length(words) between 1 and 4000),
  constraint reports_reports_point check ((latitude is null) = (longitude is null)
    and latitude between -90 and 90 and longitude between -180 and 180),
  constraint reports_reports_placed_by check (placed_by in ('map', 'gps', 'photo', 'address', 'settlement', 'words')),
  constraint reports_reports_channel check (channel in ('web', 'app', 'phone', 'counter', 'e-mail', 'sms', 'api')),
  constraint reports_reports_confirmed check ((state = 'unconfirmed') = (confirmed_at is null)),
  constraint reports_reports_due check ((confirmed_at is null) = (answer_due is null and fix_due is null)),
  constraint reports_reports_duplicate check ((state = 'duplicate') = (duplicate_of is not null)),
  constraint reports_reports_hidden check ((hidden_at is null) = (hidden_reason is null))
);
create index reports_reports_public on reports_reports (number desc)
  where state <> 'unconfirmed' and not is_private and hidden_at is null;
create index reports_reports_public_settlement on reports_reports (settlement_ehak, number desc)
  where state <> 'unconfirmed' and not is_private and hidden_at is null;
create index reports_reports_public_category on reports_reports (category_code, number desc)
  where state <> 'unconfirmed' and not is_private and hidden_at is null;
create index reports_reports_open on reports_reports (fix_due, number)
  where state in ('confirmed', 'investigating', 'in-progress', 'planned', 'action-scheduled');
create index reports_reports_closed on reports_reports (closed_at) where closed_at is not null;
create index reports_reports_mine on reports_reports (reporter_person, number desc) where reporter_person is not null;
create index reports_reports_assigned on reports_reports (assigned_person, number desc)
  where assigned_person is not null;
create index reports_reports_waiting on reports_reports (created_at) where state = 'unconfirmed';

-- What was said and done about a report, in order; what officials write among themselves is apart.
create table reports_updates (
  id uuid constraint reports_updates_pkey primary key default gen_random_uuid(),
  report_id uuid not null constraint reports_updates_report_fkey references reports_reports,
  at timestamptz not null,
  author text not null,
  author_person uuid constraint reports_updates_person_fkey references people_persons,
  -- The post in whose name an official answered.
  author_post uuid constraint reports_updates_post_fkey references people_posts,
  words text not null,
  new_state text,
  hidden_at timestamptz,
  hidden_reason text,
  constraint reports_updates_author check (author in ('reporter', 'neighbour', 'official', 'system')),
  constraint reports_updates_something check (words <> '' or new_state is not null),
  constraint reports_updates_length check (length(words) <= 4000)
);
create index reports_updates_report on reports_updates (report_id, at);
create index reports_updates_person on reports_updates (author_person) where author_person is not null;

create table reports_notes (
  id uuid constraint reports_notes_pkey primary key default gen_random_uuid(),
  report_id uuid not null constraint reports_notes_report_fkey references reports_reports,
  at timestamptz not null,
  author_person uuid not null constraint reports_notes_person_fkey references people_persons,
  words text not null,
  constraint reports_notes_length check (length(words) between 1 and 4000)
);
create index reports_notes_report on reports_notes (report_id, at);
