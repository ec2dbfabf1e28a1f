-- A plan lives in versions; a commitment keeps its identity over all of them, and so its evidence and history.
create table plan_versions (
  id uuid constraint plan_versions_pkey primary key default gen_random_uuid(),
  number int not null constraint plan_versions_number_key unique,
  state text not null,
  title jsonb not null,
  introduction jsonb not null,
  source text not null,
  source_name text,
  source_sha256 text,
  discussion_from date,
  discussion_until date,
  adopted_by text,
  act_number text,
  adopted_on date,
  in_force_from date,
  created_by uuid,
  created_at timestamptz not null,
  constraint plan_versions_state check (state in ('draft', 'discussion', 'adopted', 'withdrawn')),
  constraint plan_versions_source check (source in ('reference', 'import', 'copy')),
  constraint plan_versions_discussion check (state <> 'discussion' or (discussion_from is not null and discussion_until >= discussion_from)),
  constraint plan_versions_adoption check (state <> 'adopted' or (adopted_by is not null and act_number is not null and adopted_on is not null and in_force_from >= adopted_on))
);
create index plan_versions_in_force on plan_versions (in_force_from desc, number desc) where state = 'adopted';
create unique index plan_versions_one_discussion on plan_versions (state) where state = 'discussion';

create table plan_chapters (
  version_id uuid not null constraint plan_chapters_version_fkey references plan_versions (id) on delete cascade,
  number int not null,
  title jsonb not null,
  constraint plan_chapters_pkey primary key (version_id, number)
);

create table plan_commitments (
  id uuid constraint plan_commitments_pkey primary key default gen_random_uuid(),
  created_at timestamptz not null
);

create table plan_wordings (
  version_id uuid not null constraint plan_wordings_version_fkey references plan_versions (id) on delete cascade,
  commitment_id uuid not null constraint plan_wordings_commitment_fkey references plan_commitments (id),
  chapter int not null,
  number text not null,
  position int not null,
  name jsonb not null,
  text jsonb not null,
  fulfilment jsonb,
  deadline_as_written text not null,
  schedule jsonb not null,
  constraint plan_wordings_pkey primary key (version_id, commitment_id),
  constraint plan_wordings_number_key unique (version_id, number),
  constraint plan_wordings_chapter_fkey foreign key (version_id, chapter) references plan_chapters (version_id, number) on delete cascade,
  constraint plan_wordings_number check (number ~ '^[0-9]{1,2}\.[0-9]{1,2}$')
);
create index plan_wordings_commitment on plan_wordings (commitment_id);

create table plan_parties (
  id uuid constraint plan_parties_pkey primary key default gen_random_uuid(),
  version_id uuid not null,
  commitment_id uuid not null,
  position int not null,
  as_written text not null,
  post_id uuid constraint plan_parties_post_fkey references people_posts (id),
  body_id uuid constraint plan_parties_body_fkey references people_bodies (id),
  constraint plan_parties_wording_fkey foreign key (version_id, commitment_id) references plan_wordings (version_id, commitment_id) on delete cascade,
  constraint plan_parties_one_match check (post_id is null or body_id is null)
);
create index plan_parties_wording on plan_parties (version_id, commitment_id, position);
create index plan_parties_post on plan_parties (post_id) where post_id is not null;

-- What a commitment owes and which evidence counts. Older rules stay, ended, so that history reads as it was judged.
create table plan_bindings (
  id uuid constraint plan_bindings_pkey primary key default gen_random_uuid(),
  commitment_id uuid not null constraint plan_bindings_commitment_fkey references plan_commitments (id),
  position int not null,
  keys text[] not null,
  duty jsonb not null,
  measured_from date not null,
  ended_at timestamptz,
  created_at timestamptz not null
);
create index plan_bindings_commitment on plan_bindings (commitment_id, position) where ended_at is null;

create table plan_vouched_evidence (
  id uuid constraint plan_vouched_evidence_pkey primary key default gen_random_uuid(),
  commitment_id uuid not null constraint plan_vouched_evidence_commitment_fkey references plan_commitments (id),
  title jsonb not null,
  occurred_on date not null,
  url text,
  vouched_by uuid not null constraint plan_vouched_evidence_voucher_fkey references people_persons (id),
  vouched_post text not null,
  vouched_at timestamptz not null,
  confirmed_by uuid constraint plan_vouched_evidence_confirmer_fkey references people_persons (id),
  confirmed_post text,
  confirmed_at timestamptz,
  declined_by uuid constraint plan_vouched_evidence_decliner_fkey references people_persons (id),
  declined_at timestamptz,
  decline_reason text,
  constraint plan_vouched_evidence_four_eyes check (confirmed_by is distinct from vouched_by and declined_by is distinct from vouched_by or confirmed_by is null and declined_by is null),
  constraint plan_vouched_evidence_decided_once check (confirmed_at is null or declined_at is null),
  constraint plan_vouched_evidence_url check (url is null or url ~ '^https?://')
);
create index plan_vouched_evidence_commitment on plan_vouched_evidence (commitment_id, occurred_on desc);
create index plan_vouched_evidence_waiting on plan_vouched_evidence (vouched_at) where confirmed_at is null and declined_at is null;

create table plan_narratives (
  id uuid constraint plan_narratives_pkey primary key default gen_random_uuid(),
  commitment_id uuid not null constraint plan_narratives_commitment_fkey references plan_commitments (id),
  period text not null,
  text jsonb not null,
  author_id uuid not null constraint plan_narratives_author_fkey references people_persons (id),
  author_post text not null,
  written_at timestamptz not null,
  replaced_at timestamptz,
  constraint plan_narratives_period check (period ~ '^[0-9]{4}(-(Q[1-4]|[01][0-9]))?$')
);
create unique index plan_narratives_current on plan_narratives (commitment_id, period) where replaced_at is null;

-- Residents' questions about a commitment, and their comments on a draft of it.
create table plan_contributions (
  id uuid constraint plan_contributions_pkey primary key default gen_random_uuid(),
  commitment_id uuid not null constraint plan_contributions_commitment_fkey references plan_commitments (id),
  version_id uuid constraint plan_contributions_version_fkey references plan_versions (id),
  words text not null,
  author_id uuid not null constraint plan_contributions_author_fkey references people_persons (id),
  shown_as text not null,
  sent_at timestamptz not null,
  answer jsonb,
  answered_by uuid constraint plan_contributions_answerer_fkey references people_persons (id),
  answered_post text,
  answered_at timestamptz,
  hidden_at timestamptz,
  hidden_by uuid constraint plan_contributions_hider_fkey references people_persons (id),
  hidden_reason text,
  constraint plan_contributions_words check (length(words) between 1 and 5000),
  constraint plan_contributions_hidden check ((hidden_at is null) = (hidden_reason is null))
);
create index plan_contributions_commitment on plan_contributions (commitment_id, sent_at desc);
create index plan_contributions_version on plan_contributions (version_id, commitment_id, sent_at) where version_id is not null;
create index plan_contributions_waiting on plan_contributions (sent_at) where answered_at is null and hidden_at is null;
create index plan_contributions_author on plan_contributions (author_id, sent_at desc);

create table plan_reviews (
  year int constraint plan_reviews_pkey primary key,
  version_id uuid not null constraint plan_reviews_version_fkey references plan_versions (id),
  summary jsonb not null,
  counts jsonb not null,
  act_number text,
  written_by uuid not null constraint plan_reviews_author_fkey references people_persons (id),
  written_at timestamptz not null,
  constraint plan_reviews_year check (year between 2000 and 2200)
);

create table plan_status_changes (
  id bigint generated always as identity constraint plan_status_changes_pkey primary key,
  commitment_id uuid not null constraint plan_status_changes_commitment_fkey references plan_commitments (id),
  status text not null,
  vouched boolean not null,
  since timestamptz not null
);
create index plan_status_changes_commitment on plan_status_changes (commitment_id, id desc);

-- A document that was read but not yet saved: what was understood waits here for the coordinator's eyes.
create table plan_imports (
  id uuid constraint plan_imports_pkey primary key default gen_random_uuid(),
  file_name text not null,
  sha256 text not null,
  parsed jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  version_id uuid constraint plan_imports_version_fkey references plan_versions (id)
);
create index plan_imports_age on plan_imports (created_at desc);

-- From when each kind of evidence could be measured here; null when it could from the first day of the installation.
create table plan_evidence_sources (
  key text constraint plan_evidence_sources_pkey primary key,
  measurable_from date
);
