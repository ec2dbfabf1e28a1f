-- The way of a matter from one body to the next: committee, government, council; first and second reading.
create table meetings_passings (
  item_id uuid constraint meetings_passings_pkey primary key
    constraint meetings_passings_item_fkey references meetings_items (id) on delete cascade,
  from_item uuid not null constraint meetings_passings_from_fkey references meetings_items (id) on delete cascade,
  passed_at timestamptz not null,
  constraint meetings_passings_other check (from_item <> item_id)
);
create index meetings_passings_from on meetings_passings (from_item);
