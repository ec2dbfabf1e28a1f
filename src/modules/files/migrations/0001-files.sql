-- Bytes that the store keeps, under their SHA-256. `stored_at` is when they were last wanted: the sweep counts from it.
create table files_blobs (
  hash text constraint files_blobs_pkey primary key,
  size bigint not null,
  stored_at timestamptz not null,
  constraint files_blobs_hash check (hash ~ '^[0-9a-f]{64}$'),
  constraint files_blobs_size check (size > 0)
);

-- What a person sent. `hash` stays when the bytes are gone; `blob` is there as long as they are.
create table files_files (
  id uuid constraint files_files_pkey primary key default gen_random_uuid(),
  hash text not null,
  blob text constraint files_files_blob_fkey references files_blobs (hash),
  name text not null,
  kind text not null,
  size bigint not null,
  width int,
  height int,
  description jsonb,
  state text not null default 'received',
  refusal text,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  decided_at timestamptz,
  attached_to text,
  attached_at timestamptz,
  visibility text not null default 'persons',
  roles text[] not null default '{}',
  persons uuid[] not null default '{}',
  -- Whose matter the file is: reading it leaves a trace that this person sees.
  subject_person uuid,
  keep_until date,
  removed_at timestamptz,
  removed_why text,
  constraint files_files_state check (state in ('received', 'checked', 'refused')),
  constraint files_files_visibility check (visibility in ('everyone', 'roles', 'persons')),
  constraint files_files_refusal check ((state = 'refused') = (refusal is not null)),
  constraint files_files_attached check ((attached_to is null) = (attached_at is null)),
  constraint files_files_removed check ((removed_at is null) = (removed_why is null)),
  constraint files_files_removed_why check (removed_why in ('retention', 'unattached', 'refused', 'person')),
  constraint files_files_bytes check ((blob is null) = (removed_at is not null))
);
create index files_files_attached on files_files (attached_to, uploaded_at) where attached_to is not null;
create index files_files_unattached on files_files (uploaded_at) where attached_to is null and removed_at is null;
create index files_files_retention on files_files (keep_until) where keep_until is not null and removed_at is null;
create index files_files_waiting on files_files (uploaded_at) where state = 'received' and removed_at is null;
create index files_files_decided on files_files (coalesce(removed_at, decided_at) desc) where state = 'refused' or removed_at is not null;
create index files_files_uploader on files_files (uploaded_by, uploaded_at desc);
create index files_files_blob on files_files (blob) where blob is not null;

-- What was made of a checked file: smaller pictures, the text of a document.
create table files_renditions (
  file_id uuid not null constraint files_renditions_file_fkey references files_files (id) on delete cascade,
  kind text not null,
  blob text not null constraint files_renditions_blob_fkey references files_blobs (hash),
  size bigint not null,
  constraint files_renditions_pkey primary key (file_id, kind),
  constraint files_renditions_kind check (kind in ('text', 'width-640', 'width-1600'))
);
create index files_renditions_blob on files_renditions (blob);
