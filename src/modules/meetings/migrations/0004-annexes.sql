-- Files beside an item: maps, tables, opinions. A withdrawn one keeps its name and says why.
create table meetings_annexes (
  id uuid constraint meetings_annexes_pkey primary key default gen_random_uuid(),
  item_id uuid not null constraint meetings_annexes_item_fkey references meetings_items (id) on delete cascade,
  file_id uuid not null constraint meetings_annexes_file_fkey references files_files (id),
  title text not null,
  added_at timestamptz not null,
  added_by uuid constraint meetings_annexes_person_fkey references people_persons (id),
  -- After the members were called.
  late_because text not null default '',
  -- Put up while its item was closed: it stays the members' when the item is opened.
  was_closed boolean not null default false,
  withdrawn_at timestamptz,
  withdrawn_because text not null default '',
  constraint meetings_annexes_title check (length(title) between 1 and 300),
  constraint meetings_annexes_withdrawn check ((withdrawn_at is null) = (withdrawn_because = ''))
);
create index meetings_annexes_item on meetings_annexes (item_id, added_at);
create index meetings_annexes_file on meetings_annexes (file_id);
create index meetings_annexes_added_by on meetings_annexes (added_by) where added_by is not null;
