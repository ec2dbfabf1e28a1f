-- Where letters go: one for a person with an account, or one of somebody without.
create table notifications_addresses (
  id uuid constraint notifications_addresses_pkey primary key default gen_random_uuid(),
  person_id uuid constraint notifications_addresses_person_fkey references people_persons,
  address text not null,
  address_key text not null,
  language text not null default 'et',
  confirmed_at timestamptz,
  state text not null default 'ok',
  state_since timestamptz,
  bounces int not null default 0,
  -- The reader called a letter spam: nothing that may be refused goes there since.
  complained_at timestamptz,
  created_at timestamptz not null,
  constraint notifications_addresses_person_key unique (person_id),
  constraint notifications_addresses_length check (length(address) between 3 and 320),
  constraint notifications_addresses_language check (language in ('et', 'en', 'ru')),
  constraint notifications_addresses_state check (state in ('ok', 'paused', 'blocked')),
  constraint notifications_addresses_since check ((state = 'ok') = (state_since is null))
);
create unique index notifications_addresses_nobody on notifications_addresses (address_key) where person_id is null;
create index notifications_addresses_same on notifications_addresses (address_key);

-- A letter asked whether the address is its reader's, and perhaps whether a page should be followed.
create table notifications_confirmations (
  token_hash bytea constraint notifications_confirmations_pkey primary key,
  address_id uuid not null constraint notifications_confirmations_address_fkey
    references notifications_addresses on delete cascade,
  address_key text not null,
  follow_path text,
  follow_how text,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint notifications_confirmations_follow check ((follow_path is null) = (follow_how is null))
);
create index notifications_confirmations_address on notifications_confirmations (address_id);
create index notifications_confirmations_expiry on notifications_confirmations (expires_at);

create table notifications_inbox (
  id bigint generated always as identity constraint notifications_inbox_pkey primary key,
  person_id uuid not null constraint notifications_inbox_person_fkey references people_persons,
  kind text not null,
  title jsonb not null,
  sentence jsonb not null,
  path text not null,
  at timestamptz not null,
  read_at timestamptz,
  dedupe_key text not null,
  constraint notifications_inbox_once unique (person_id, dedupe_key)
);
create index notifications_inbox_newest on notifications_inbox (person_id, id desc);
create index notifications_inbox_unread on notifications_inbox (person_id) where read_at is null;
create index notifications_inbox_age on notifications_inbox (at);

create table notifications_follows (
  id uuid constraint notifications_follows_pkey primary key default gen_random_uuid(),
  person_id uuid constraint notifications_follows_person_fkey references people_persons,
  address_id uuid constraint notifications_follows_address_fkey references notifications_addresses on delete cascade,
  path text not null,
  everything boolean not null default false,
  how text not null,
  since timestamptz not null,
  constraint notifications_follows_who check (num_nonnulls(person_id, address_id) = 1),
  constraint notifications_follows_how check (how in ('at-once', 'daily', 'weekly')),
  constraint notifications_follows_path check (path like '/%' and length(path) <= 300),
  constraint notifications_follows_once unique nulls not distinct (path, person_id, address_id)
);
create index notifications_follows_person on notifications_follows (person_id) where person_id is not null;
create index notifications_follows_address on notifications_follows (address_id) where address_id is not null;
create index notifications_follows_everything on notifications_follows (id) where everything;

create table notifications_preferences (
  person_id uuid not null constraint notifications_preferences_person_fkey references people_persons,
  kind text not null,
  how text not null,
  constraint notifications_preferences_pkey primary key (person_id, kind),
  constraint notifications_preferences_how check (how in ('at-once', 'daily', 'weekly', 'never'))
);

-- Waits for the next letter that gathers a day or a week.
create table notifications_digest_items (
  id bigint generated always as identity constraint notifications_digest_items_pkey primary key,
  address_id uuid not null constraint notifications_digest_items_address_fkey
    references notifications_addresses on delete cascade,
  how text not null,
  title jsonb not null,
  sentence jsonb not null,
  path text not null,
  at timestamptz not null,
  dedupe_key text not null,
  constraint notifications_digest_items_how check (how in ('daily', 'weekly')),
  constraint notifications_digest_items_once unique (address_id, dedupe_key)
);
create index notifications_digest_items_due on notifications_digest_items (how, address_id, id);

-- The outbox. A row is marked as being sent before it is handed over and as sent after: whatever dies in between
-- stays visible, and is not sent a second time by itself.
create table notifications_mails (
  id bigint generated always as identity constraint notifications_mails_pkey primary key,
  dedupe_key text not null constraint notifications_mails_once unique,
  address_id uuid constraint notifications_mails_address_fkey references notifications_addresses on delete set null,
  -- A letter to somebody whose address is not kept otherwise.
  literal_address text,
  kind text not null,
  purpose text not null,
  -- What its reader can stop with one click; null where nothing can be stopped.
  list text,
  language text not null,
  subject text not null,
  letter jsonb,
  state text not null default 'queued',
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  claim uuid,
  claimed_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint notifications_mails_state check
    (state in ('queued', 'claimed', 'sending', 'sent', 'failed', 'uncertain', 'suppressed')),
  constraint notifications_mails_purpose check (purpose in ('confirm', 'matter', 'notice', 'follow', 'digest', 'news')),
  constraint notifications_mails_to check (address_id is null or literal_address is null),
  constraint notifications_mails_claimed check ((state in ('claimed', 'sending')) = (claim is not null)),
  constraint notifications_mails_sent check (state <> 'sent' or sent_at is not null)
);
create index notifications_mails_due on notifications_mails (next_attempt_at, id) where state = 'queued';
create index notifications_mails_held on notifications_mails (claimed_until) where state in ('claimed', 'sending');
create index notifications_mails_open on notifications_mails (state, id desc)
  where state in ('failed', 'uncertain', 'suppressed');
create index notifications_mails_sent on notifications_mails (sent_at) where state = 'sent';
create index notifications_mails_age on notifications_mails (created_at);
create index notifications_mails_to_address on notifications_mails (address_id, id desc);

-- When the mail server does not answer, nobody asks it again before this.
create table notifications_sender (
  one boolean constraint notifications_sender_pkey primary key default true
    constraint notifications_sender_one check (one),
  failures int not null default 0,
  paused_until timestamptz,
  reason text
);
insert into notifications_sender default values;
