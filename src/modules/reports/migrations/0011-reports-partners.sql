-- Other systems with which reports are exchanged by Open311 GeoReport v2: a resident's app, a road owner's desk.
create table reports_partners (
  id uuid constraint reports_partners_pkey primary key default gen_random_uuid(),
  name text not null,
  -- By which it sends to us; null for one that only receives.
  key_id uuid constraint reports_partners_key_fkey references platform_api_keys,
  -- The base of its own GeoReport interface; null for one that only sends.
  endpoint text,
  jurisdiction text not null,
  -- Our key over there, sealed by the site's key.
  sealed_key bytea,
  -- Which changes it is told of: none, those of its own reports, or all public ones.
  told_of text not null,
  -- Its names for our categories; what is not named goes by `usual_service`.
  services jsonb not null,
  usual_service text not null,
  is_open boolean not null,
  changed_at timestamptz not null,
  changed_by uuid constraint reports_partners_changed_by_fkey references people_persons,
  constraint reports_partners_name unique (name),
  constraint reports_partners_key unique (key_id),
  constraint reports_partners_told_of check (told_of in ('none', 'own', 'all')),
  constraint reports_partners_endpoint check (endpoint is not null or told_of = 'none'),
  constraint reports_partners_length check (length(name) between 1 and 200 and length(endpoint) <= 500)
);

-- By whose key a report came; the same key may tell more of it.
create table reports_brought (
  report_id uuid constraint reports_brought_pkey primary key
    constraint reports_brought_report_fkey references reports_reports on delete cascade,
  key_id uuid not null constraint reports_brought_key_fkey references platform_api_keys
);
create index reports_brought_key on reports_brought (key_id);

-- What partners told of reports, by their own number for it: told twice, it is refused.
create table reports_partner_words (
  key_id uuid not null constraint reports_partner_words_key_fkey references platform_api_keys,
  their_id text not null,
  report_id uuid not null constraint reports_partner_words_report_fkey references reports_reports on delete cascade,
  at timestamptz not null,
  constraint reports_partner_words_pkey primary key (key_id, their_id),
  constraint reports_partner_words_length check (length(their_id) between 1 and 200)
);
create index reports_partner_words_report on reports_partner_words (report_id);

-- What a partner is to be told, until it has taken it.
create table reports_tellings (
  id bigint generated always as identity constraint reports_tellings_pkey primary key,
  partner_id uuid not null constraint reports_tellings_partner_fkey references reports_partners,
  report_id uuid not null constraint reports_tellings_report_fkey references reports_reports on delete cascade,
  update_id uuid not null constraint reports_tellings_update_fkey references reports_updates on delete cascade,
  state text not null,
  attempts int not null,
  next_at timestamptz not null,
  fault text,
  told_at timestamptz,
  constraint reports_tellings_once unique (partner_id, update_id),
  constraint reports_tellings_state check (state in ('waiting', 'told', 'given-up', 'withheld'))
);
create index reports_tellings_due on reports_tellings (next_at) where state = 'waiting';
create index reports_tellings_report on reports_tellings (report_id);
create index reports_tellings_update on reports_tellings (update_id);

-- A report handed to another system, and what came of it there.
create table reports_handovers (
  id uuid constraint reports_handovers_pkey primary key default gen_random_uuid(),
  report_id uuid not null constraint reports_handovers_report_fkey references reports_reports on delete cascade,
  partner_id uuid not null constraint reports_handovers_partner_fkey references reports_partners,
  service_code text not null,
  handed_at timestamptz not null,
  handed_by uuid not null constraint reports_handovers_handed_by_fkey references people_persons,
  state text not null,
  attempts int not null,
  next_at timestamptz not null,
  fault text,
  -- Their number for it, or the token by which that is asked later.
  their_id text,
  their_token text,
  their_status text,
  their_notes text,
  constraint reports_handovers_once unique (report_id, partner_id),
  constraint reports_handovers_state check (state in ('waiting', 'sent', 'closed', 'given-up'))
);
create index reports_handovers_due on reports_handovers (next_at) where state in ('waiting', 'sent');
create index reports_handovers_partner on reports_handovers (partner_id);

-- What was said lately, for partners that ask.
create index reports_updates_at on reports_updates (at, id);
