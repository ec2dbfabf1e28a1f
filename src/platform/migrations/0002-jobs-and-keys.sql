-- How far the calendar has been followed, per job.
create table platform_cron (
  job text constraint platform_cron_pkey primary key,
  ran_until timestamptz not null
);

-- Keys of programs; only the hash is kept.
create table platform_api_keys (
  id uuid constraint platform_api_keys_pkey primary key default gen_random_uuid(),
  token_hash bytea not null constraint platform_api_keys_token_key unique,
  -- The first letters, so that a person recognises which key it is.
  beginning text not null,
  name text not null,
  rights text[] not null default '{}',
  reads_per_minute int not null,
  made_by uuid,
  made_at timestamptz not null,
  last_used_on date,
  expires_on date,
  revoked_at timestamptz,
  constraint platform_api_keys_name check (length(name) between 2 and 100),
  constraint platform_api_keys_limit check (reads_per_minute between 1 and 100000)
);
create index platform_api_keys_made on platform_api_keys (made_at desc);
