-- From the draft to the signature: remarks, dissent, approval, the two versions as they were published, containers.

alter table meetings_minutes
  -- Out for remarks of the body's members, until the end of a day.
  add column review_from timestamptz,
  add column review_until date,
  add column approved_at timestamptz,
  add column approved_by uuid constraint meetings_minutes_approved_by_fkey references people_persons (id),
  -- By the chair's own hand, or by a secretary on the chair's instruction.
  add column approved_as text,
  -- Why the end of the time for remarks was not waited for.
  add column approved_because text not null default '',
  add constraint meetings_minutes_review check ((review_from is null) = (review_until is null)),
  add constraint meetings_minutes_approved check ((approved_at is null) = (approved_as is null)),
  add constraint meetings_minutes_approved_as check (approved_as in ('chair', 'secretary'));
create index meetings_minutes_approved_by on meetings_minutes (approved_by) where approved_by is not null;

-- Blocks by language as they were published; the hash is SHA-256 of the Estonian ones in canonical JSON (RFC 8785).
alter table meetings_minutes_versions
  add column public_blocks jsonb,
  add column public_hash text,
  add column full_blocks jsonb,
  add column full_hash text,
  add constraint meetings_minutes_versions_kept
    check ((public_blocks is null) = (public_hash is null) and (full_blocks is null) = (full_hash is null)
      and (public_blocks is null) = (full_blocks is null)),
  add constraint meetings_minutes_versions_hashes
    check (public_hash ~ '^[0-9a-f]{64}$' and full_hash ~ '^[0-9a-f]{64}$');

-- What members had to say of the draft, and what was made of it.
create table meetings_remarks (
  id uuid constraint meetings_remarks_pkey primary key default gen_random_uuid(),
  meeting_id uuid not null constraint meetings_remarks_meeting_fkey references meetings_meetings (id),
  -- The log's name of the item; empty: the minutes as a whole.
  item_id text not null default '',
  person_id uuid not null constraint meetings_remarks_person_fkey references people_persons (id),
  words text not null,
  at timestamptz not null,
  is_taken_in boolean,
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid constraint meetings_remarks_answered_by_fkey references people_persons (id),
  constraint meetings_remarks_words check (length(words) between 1 and 4000),
  constraint meetings_remarks_answered check ((answered_at is null) = (is_taken_in is null))
);
create index meetings_remarks_meeting on meetings_remarks (meeting_id, at);
create index meetings_remarks_person on meetings_remarks (person_id);
create index meetings_remarks_answered_by on meetings_remarks (answered_by) where answered_by is not null;

-- Dissent of a member (eriarvamus, KOKS § 51): stands under the decision, and nobody changes it once the minutes are approved.
create table meetings_dissents (
  meeting_id uuid not null constraint meetings_dissents_meeting_fkey references meetings_meetings (id),
  item_id text not null,
  person_id uuid not null constraint meetings_dissents_person_fkey references people_persons (id),
  words text not null,
  at timestamptz not null,
  constraint meetings_dissents_pkey primary key (meeting_id, item_id, person_id),
  constraint meetings_dissents_words check (length(words) between 1 and 10000)
);
create index meetings_dissents_person on meetings_dissents (person_id);

-- Signed containers as they came back. Of a signature only the name and the time: no personal code is kept apart.
create table meetings_signed_minutes (
  id uuid constraint meetings_signed_minutes_pkey primary key default gen_random_uuid(),
  meeting_id uuid not null,
  version int not null,
  scope text not null,
  file_id uuid not null constraint meetings_signed_minutes_file_fkey references files_files (id),
  signatures jsonb not null,
  -- What a validation service said of it; null: none was asked, or it gave no answer.
  verdict jsonb,
  at timestamptz not null,
  by_person uuid constraint meetings_signed_minutes_person_fkey references people_persons (id),
  constraint meetings_signed_minutes_version_fkey foreign key (meeting_id, version)
    references meetings_minutes_versions (meeting_id, version),
  constraint meetings_signed_minutes_scope check (scope in ('public', 'full'))
);
create index meetings_signed_minutes_meeting on meetings_signed_minutes (meeting_id, version);
create index meetings_signed_minutes_file on meetings_signed_minutes (file_id);
create index meetings_signed_minutes_by on meetings_signed_minutes (by_person) where by_person is not null;
