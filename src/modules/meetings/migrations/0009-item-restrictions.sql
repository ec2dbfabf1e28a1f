-- Materials of an item that are for internal use only (AvTS §§ 35-42): memo, draft, annexes, amendments and what was said.
-- The item, its vote and who voted how stay public. Set by whoever restricts what was decided on it.
create table meetings_item_restrictions (
  meeting_id uuid not null constraint meetings_item_restrictions_meeting_fkey references meetings_meetings (id),
  -- The log's name of the item: one that was added in the meeting has no row at the desk.
  item_id text not null,
  -- What the restriction is called by whoever set it.
  source text not null,
  basis text not null,
  from_date date not null,
  until_date date not null,
  -- The first day on which it holds no more, where it ended before its last day.
  lifted_on date,
  constraint meetings_item_restrictions_pkey primary key (item_id, source),
  constraint meetings_item_restrictions_basis check (basis <> ''),
  constraint meetings_item_restrictions_days check (until_date >= from_date)
);
create index meetings_item_restrictions_meeting on meetings_item_restrictions (meeting_id);
create index meetings_item_restrictions_source on meetings_item_restrictions (source);
