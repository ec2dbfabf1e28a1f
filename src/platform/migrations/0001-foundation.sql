-- What was done, by whom, when: audit log and event in one, append-only and chained by hashes.
create table platform_events (
  id bigint constraint platform_events_pkey primary key,
  occurred_at timestamptz not null,
  type text not null,
  subject text not null,
  actor_id uuid,
  actor_role text not null,
  acting_for uuid,
  is_public boolean not null,
  facts jsonb not null,
  previous_hash bytea not null,
  hash bytea not null constraint platform_events_hash_key unique
);
create index platform_events_public on platform_events (id desc) where is_public;
create index platform_events_subject on platform_events (subject, id desc) where is_public;

create table platform_event_head (
  only_row boolean constraint platform_event_head_pkey primary key default true,
  id bigint not null,
  hash bytea not null,
  constraint platform_event_head_one check (only_row)
);
insert into platform_event_head (id, hash) values (0, sha256('avavald'::bytea));

-- The text whose hash, with the previous hash before it, is a row's hash. jsonb prints its keys in one fixed order.
create function platform_event_text(e platform_events) returns text language sql stable as $$
  select jsonb_build_array(e.id, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    e.type, e.subject, e.actor_id, e.actor_role, e.acting_for, e.is_public, e.facts)::text
$$;

-- One round trip per recorded fact. The head row is locked until commit, so ids have no gaps and commit in order.
create function platform_record(
  at timestamptz, event_type text, about text, actor uuid, role text, organisation uuid, visible boolean, what jsonb
) returns bigint language plpgsql as $$
declare
  head platform_event_head;
  e platform_events;
begin
  select * into head from platform_event_head for update;
  e.id := head.id + 1;
  e.occurred_at := at;
  e.type := event_type;
  e.subject := about;
  e.actor_id := actor;
  e.actor_role := role;
  e.acting_for := organisation;
  e.is_public := visible;
  e.facts := what;
  e.previous_hash := head.hash;
  e.hash := sha256(head.hash || convert_to(platform_event_text(e), 'UTF8'));
  insert into platform_events select e.*;
  update platform_event_head set id = e.id, hash = e.hash;
  perform pg_notify('avavald_recorded', e.id || ':' || e.is_public);
  return e.id;
end $$;

create function platform_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger platform_events_append_only before update or delete on platform_events
  for each row execute function platform_refuse_change();
create trigger platform_events_keep before truncate on platform_events
  for each statement execute function platform_refuse_change();

-- Delivery of events to reactions: a cursor, and what has already taken effect.
create table platform_delivery (
  only_row boolean constraint platform_delivery_pkey primary key default true,
  delivered_until bigint not null default 0,
  -- The last calendar day whose beginning was recorded.
  day date,
  constraint platform_delivery_one check (only_row)
);
insert into platform_delivery default values;

create table platform_reactions_done (
  event_id bigint not null constraint platform_reactions_done_event_fkey references platform_events (id),
  reaction text not null,
  done_at timestamptz not null,
  constraint platform_reactions_done_pkey primary key (event_id, reaction)
);

-- Reading someone's personal data leaves a trace that the person sees.
create table platform_access_log (
  id uuid constraint platform_access_log_pkey primary key default gen_random_uuid(),
  at timestamptz not null,
  reader_id uuid not null,
  reader_role text not null,
  subject_id uuid not null,
  what text not null,
  purpose text not null,
  constraint platform_access_log_purpose check (length(purpose) between 3 and 300)
);
create index platform_access_log_subject on platform_access_log (subject_id, at desc);

create table platform_sign_ins (
  state_hash bytea constraint platform_sign_ins_pkey primary key,
  nonce text not null,
  return_to text not null,
  language text not null,
  expires_at timestamptz not null
);
create index platform_sign_ins_expiry on platform_sign_ins (expires_at);

create table platform_sessions (
  id uuid constraint platform_sessions_pkey primary key default gen_random_uuid(),
  token_hash bytea not null constraint platform_sessions_token_key unique,
  person_id uuid not null,
  acting_for uuid,
  method text not null,
  device text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index platform_sessions_person on platform_sessions (person_id, last_seen_at desc);
create index platform_sessions_expiry on platform_sessions (expires_at);

create table platform_rate_limits (
  key bytea not null,
  window_start timestamptz not null,
  uses int not null,
  constraint platform_rate_limits_pkey primary key (key, window_start)
);
create index platform_rate_limits_age on platform_rate_limits (window_start);

-- A form sent twice (double click, retry after a lost answer) takes effect once and answers the same.
create table platform_submissions (
  key uuid not null,
  actor text not null,
  use_case text not null,
  outcome jsonb not null,
  at timestamptz not null,
  constraint platform_submissions_pkey primary key (key, actor, use_case)
);
create index platform_submissions_age on platform_submissions (at);
