-- Acts of the council and the government (õigusaktid): numbered, dated, with every text they have had.

-- What the municipality's own rules say, by the day from which they hold: numbering, entry into force, terms.
create table acts_rules (
  valid_from date not null,
  rules jsonb not null,
  constraint acts_rules_pkey primary key (valid_from)
);

-- The last number given. A number is taken while its row is locked, and comes back when the transaction does not hold.
create table acts_series (
  body_id uuid not null constraint acts_series_body_fkey references people_bodies (id),
  kind text not null,
  -- The year, or the first day of the term.
  period text not null,
  last int not null default 0,
  constraint acts_series_pkey primary key (body_id, kind, period),
  constraint acts_series_last check (last >= 0)
);

create table acts_acts (
  id uuid constraint acts_acts_pkey primary key default gen_random_uuid(),
  sequence bigint generated always as identity constraint acts_acts_sequence_key unique,
  slug text not null constraint acts_acts_slug_key unique,
  body_id uuid not null constraint acts_acts_body_fkey references people_bodies (id),
  kind text not null,
  period text not null,
  number int not null,
  title text not null,
  adopted_on date not null,
  -- The instant in which the chair declared the result; null for what was entered at the desk.
  adopted_at timestamptz,
  published_at timestamptz not null,
  -- Where it was decided, and how the vote went, as everybody may know of an open item.
  meeting_id uuid constraint acts_acts_meeting_fkey references meetings_meetings (id),
  item_id text,
  vote_id text,
  origin jsonb,
  -- Discussed behind closed doors: the ground in law, and since when its text is open to all.
  closed_basis text not null default '',
  opened_at timestamptz,
  -- A later day of entry into force that the act itself states.
  stated_on date,
  gazette_on date,
  gazette_reference text not null default '',
  in_force_on date,
  signed_at timestamptz,
  amended_on date,
  repealed_on date,
  annulled_on date,
  annulled_how text,
  annulled_because text not null default '',
  -- The reason was given behind closed doors.
  annulled_behind_doors boolean not null default false,
  changed_at timestamptz not null,
  constraint acts_acts_kind check (kind in ('regulation', 'decision', 'order')),
  constraint acts_acts_number check (number between 1 and 99999),
  constraint acts_acts_title check (length(title) between 1 and 500),
  constraint acts_acts_number_once unique (body_id, kind, period, number),
  constraint acts_acts_vote_once unique (vote_id, item_id),
  constraint acts_acts_origin check ((meeting_id is null) = (vote_id is null) and (vote_id is null) = (item_id is null)
    and (vote_id is null) = (origin is null) and (vote_id is null) = (adopted_at is null)),
  constraint acts_acts_annulled check ((annulled_on is null) = (annulled_how is null)),
  constraint acts_acts_annulled_how check (annulled_how in ('vote', 'court', 'withdrawn', 'supervision')),
  constraint acts_acts_gazette check (gazette_reference = '' or gazette_on is not null)
);
create index acts_acts_newest on acts_acts (adopted_on desc, sequence desc);
create index acts_acts_body on acts_acts (body_id, adopted_on desc, sequence desc);
create index acts_acts_meeting on acts_acts (meeting_id) where meeting_id is not null;

-- Every text; the hash is of the words as they stand here (SHA-256).
create table acts_versions (
  act_id uuid not null constraint acts_versions_act_fkey references acts_acts (id),
  version int not null,
  kind text not null,
  words text not null,
  hash text not null,
  -- Why an editorial version differs, or what was taken out of a public one.
  because text not null default '',
  -- The ground in law on which something was taken out.
  basis text not null default '',
  at timestamptz not null,
  by_person uuid constraint acts_versions_person_fkey references people_persons (id),
  constraint acts_versions_pkey primary key (act_id, version),
  constraint acts_versions_kind check (kind in ('adopted', 'entered', 'editorial', 'public')),
  constraint acts_versions_hash check (hash ~ '^[0-9a-f]{64}$'),
  constraint acts_versions_because check (kind in ('adopted', 'entered') or because <> ''),
  constraint acts_versions_basis check ((kind = 'public') = (basis <> ''))
);
create index acts_versions_person on acts_versions (by_person);

-- Restrictions of access (AvTS §§ 34-42); one that is over lapses by its day.
create table acts_restrictions (
  id uuid constraint acts_restrictions_pkey primary key default gen_random_uuid(),
  act_id uuid not null constraint acts_restrictions_act_fkey references acts_acts (id),
  covers text not null,
  basis text not null,
  is_personal boolean not null,
  from_date date not null,
  until_date date not null,
  set_at timestamptz not null,
  set_by uuid constraint acts_restrictions_person_fkey references people_persons (id),
  lifted_on date,
  lifted_because text not null default '',
  -- Since when search and followers know that it is over.
  told_over_at timestamptz,
  constraint acts_restrictions_covers check (covers in ('whole', 'text')),
  constraint acts_restrictions_basis check (basis <> ''),
  constraint acts_restrictions_days check (until_date >= from_date),
  constraint acts_restrictions_lifted check (lifted_on is null or lifted_because <> '')
);
create index acts_restrictions_act on acts_restrictions (act_id);
create index acts_restrictions_person on acts_restrictions (set_by);
create index acts_restrictions_untold on acts_restrictions (until_date) where told_over_at is null;

-- The signed container whose text is one of the versions.
create table acts_signatures (
  act_id uuid not null constraint acts_signatures_act_fkey references acts_acts (id),
  file_id uuid not null constraint acts_signatures_file_fkey references files_files (id),
  version int not null,
  at timestamptz not null,
  by_person uuid constraint acts_signatures_person_fkey references people_persons (id),
  constraint acts_signatures_pkey primary key (act_id, file_id),
  constraint acts_signatures_version_fkey foreign key (act_id, version) references acts_versions (act_id, version)
);
create index acts_signatures_file on acts_signatures (file_id);
create index acts_signatures_person on acts_signatures (by_person);

-- One act changes or ends another.
create table acts_relations (
  act_id uuid not null constraint acts_relations_act_fkey references acts_acts (id),
  target_id uuid not null constraint acts_relations_target_fkey references acts_acts (id),
  kind text not null,
  on_date date not null,
  at timestamptz not null,
  constraint acts_relations_pkey primary key (act_id, target_id),
  constraint acts_relations_kind check (kind in ('amends', 'repeals')),
  constraint acts_relations_other check (act_id <> target_id)
);
create index acts_relations_target on acts_relations (target_id);

-- Carrying out (täitmine): a post or a body does something by a day.
create table acts_followups (
  id uuid constraint acts_followups_pkey primary key default gen_random_uuid(),
  act_id uuid not null constraint acts_followups_act_fkey references acts_acts (id),
  post_id uuid constraint acts_followups_post_fkey references people_posts (id),
  body_id uuid constraint acts_followups_body_fkey references people_bodies (id),
  task text not null,
  due_on date not null,
  state text not null default 'open',
  -- What was done, or why it is not done any more.
  words text not null default '',
  link text not null default '',
  ended_on date,
  sequence int not null default 0,
  changed_at timestamptz not null,
  by_person uuid constraint acts_followups_person_fkey references people_persons (id),
  constraint acts_followups_who check ((post_id is null) <> (body_id is null)),
  constraint acts_followups_task check (length(task) between 3 and 1000),
  constraint acts_followups_state check (state in ('open', 'done', 'dropped')),
  constraint acts_followups_ended check ((state = 'open') = (ended_on is null) and (state = 'open' or words <> ''))
);
create index acts_followups_act on acts_followups (act_id);
create index acts_followups_open on acts_followups (due_on) where state = 'open';
create index acts_followups_post on acts_followups (post_id);
create index acts_followups_body on acts_followups (body_id);
create index acts_followups_person on acts_followups (by_person);

-- How far each meeting's log has been read for decisions.
create table acts_followed (
  meeting_id uuid constraint acts_followed_pkey primary key
    constraint acts_followed_meeting_fkey references meetings_meetings (id),
  seq int not null default 0
);
