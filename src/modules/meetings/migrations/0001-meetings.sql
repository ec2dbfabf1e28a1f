-- Meetings of bodies (istungid, koosolekud): what is planned, its agenda with drafts, and who was called.

create table meetings_meetings (
  id uuid constraint meetings_meetings_pkey primary key default gen_random_uuid(),
  number int generated always as identity constraint meetings_meetings_number_key unique,
  body_id uuid not null constraint meetings_meetings_body_fkey references people_bodies (id),
  kind text not null,
  -- Counted by the body itself: "21st sitting".
  session_no int,
  mode text not null,
  place text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz,
  state text not null default 'draft',
  state_since timestamptz not null,
  -- Since when everybody sees the agenda.
  announced_at timestamptz,
  invited_at timestamptz,
  -- Why the call came later than the rules ask, for the minutes.
  late_because text not null default '',
  -- Why it was cancelled or moved.
  changed_because text not null default '',
  -- Grows with each change that calendars must hear of (RFC 5545).
  sequence int not null default 0,
  -- Members, agenda and rules as they were when it was called to order: what its log is folded upon.
  setup jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint meetings_meetings_kind check (kind in ('first', 'ordinary', 'extraordinary', 'continued')),
  constraint meetings_meetings_mode check (mode in ('room', 'remote', 'hybrid')),
  constraint meetings_meetings_state check (state in ('draft', 'announced', 'invited', 'in-session', 'held', 'cancelled')),
  constraint meetings_meetings_announced check (state = 'draft' or state = 'cancelled' or announced_at is not null),
  constraint meetings_meetings_setup check (state not in ('in-session', 'held') or setup is not null),
  constraint meetings_meetings_times check (ends_at is null or ends_at > starts_at),
  constraint meetings_meetings_session check (session_no is null or session_no between 1 and 9999)
);
create unique index meetings_meetings_session_once on meetings_meetings (body_id, session_no)
  where session_no is not null and state <> 'cancelled';
create index meetings_meetings_body on meetings_meetings (body_id, starts_at desc);
-- What everybody sees, by time.
create index meetings_meetings_public on meetings_meetings (starts_at desc, number) where announced_at is not null;

create table meetings_items (
  id uuid constraint meetings_items_pkey primary key default gen_random_uuid(),
  meeting_id uuid not null constraint meetings_items_meeting_fkey references meetings_meetings (id),
  position int not null,
  title text not null,
  kind text not null,
  visibility text not null default 'public',
  closed_basis text not null default '',
  rapporteur text not null default '',
  planned_minutes int,
  -- The explanatory memo (seletuskiri).
  memo text not null default '',
  -- After the call had gone out, with the reason that the minutes keep.
  added_late_because text not null default '',
  -- Changed after the call: another title, kind or draft.
  changed_late_because text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint meetings_items_position check (position between 1 and 500),
  constraint meetings_items_place unique (meeting_id, position) deferrable initially deferred,
  constraint meetings_items_title check (length(title) between 1 and 500),
  constraint meetings_items_kind
    check (kind in ('decision', 'regulation', 'information', 'election', 'interpellation', 'no-confidence', 'procedural')),
  constraint meetings_items_visibility check (visibility in ('public', 'closed')),
  constraint meetings_items_basis check (visibility = 'public' or closed_basis <> ''),
  constraint meetings_items_minutes check (planned_minutes is null or planned_minutes between 1 and 600)
);

-- Every text of a draft that was ever before the members; the hash is of the text as it stands here (SHA-256).
create table meetings_draft_versions (
  item_id uuid not null constraint meetings_draft_versions_item_fkey references meetings_items (id) on delete cascade,
  version int not null,
  words text not null,
  hash text not null,
  at timestamptz not null,
  by_person uuid constraint meetings_draft_versions_person_fkey references people_persons (id),
  -- Written while the item was closed: it stays for the members when the item is opened to all.
  was_closed boolean not null default false,
  constraint meetings_draft_versions_pkey primary key (item_id, version),
  constraint meetings_draft_versions_hash check (hash ~ '^[0-9a-f]{64}$')
);

-- Whom the call was sent to, and when: again with each change of time or place.
create table meetings_invitations (
  meeting_id uuid not null constraint meetings_invitations_meeting_fkey references meetings_meetings (id),
  person_id uuid not null constraint meetings_invitations_person_fkey references people_persons (id),
  sequence int not null,
  sent_at timestamptz not null,
  constraint meetings_invitations_pkey primary key (meeting_id, person_id, sequence)
);
create index meetings_invitations_person on meetings_invitations (person_id);
create index meetings_draft_versions_person on meetings_draft_versions (by_person);

-- What the law and the body's own rules ask of its meetings, by the day from which they hold.
create table meetings_statutes (
  -- Kind of body, and the one body that has rules of its own; empty for all of the kind.
  body_kind text not null,
  body_slug text not null default '',
  valid_from date not null,
  rules jsonb not null,
  constraint meetings_statutes_pkey primary key (body_kind, body_slug, valid_from)
);

-- Everything that happens in a meeting, once and for ever; presence, quorum, votes and minutes are folds over it.
create table meetings_events (
  meeting_id uuid not null constraint meetings_events_meeting_fkey references meetings_meetings (id),
  seq int not null,
  at timestamptz not null,
  acted_by jsonb not null,
  facts jsonb not null,
  constraint meetings_events_pkey primary key (meeting_id, seq),
  constraint meetings_events_seq check (seq >= 1)
);

create function meetings_events_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'events of a meeting are never changed or deleted';
end
$$;
create trigger meetings_events_kept before update or delete on meetings_events
  for each row execute function meetings_events_are_kept();

-- Minutes (protokoll): what the log cannot know, written by the secretary item by item. The rest is derived from it.
create table meetings_minutes (
  meeting_id uuid constraint meetings_minutes_pkey primary key
    constraint meetings_minutes_meeting_fkey references meetings_meetings (id),
  -- By item: what was said; '' is about the meeting as a whole.
  summaries jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid constraint meetings_minutes_person_fkey references people_persons (id)
);
create index meetings_minutes_changed_by on meetings_minutes (changed_by);

-- As they were published; a later version says why there is one, and the one before stays readable.
create table meetings_minutes_versions (
  meeting_id uuid not null constraint meetings_minutes_versions_meeting_fkey references meetings_meetings (id),
  version int not null,
  summaries jsonb not null,
  because text not null default '',
  published_at timestamptz not null,
  published_by uuid constraint meetings_minutes_versions_person_fkey references people_persons (id),
  constraint meetings_minutes_versions_pkey primary key (meeting_id, version),
  constraint meetings_minutes_versions_because check (version = 1 or because <> '')
);
create index meetings_minutes_versions_by on meetings_minutes_versions (published_by);
