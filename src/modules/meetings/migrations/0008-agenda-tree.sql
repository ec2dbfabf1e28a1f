-- The agenda is a tree: items below items. Internal items are known to the body alone, title and all.

alter table meetings_items add column parent_id uuid;
-- As it is read: `2.1`.
alter table meetings_items add column number text;
update meetings_items set number = position::text;
alter table meetings_items alter column number set not null;
alter table meetings_items add constraint meetings_items_in_meeting unique (meeting_id, id);
alter table meetings_items add constraint meetings_items_parent_fkey
  foreign key (meeting_id, parent_id) references meetings_items (meeting_id, id);
alter table meetings_items add constraint meetings_items_own_parent check (parent_id <> id);
create index meetings_items_parent on meetings_items (parent_id) where parent_id is not null;

alter table meetings_items drop constraint meetings_items_visibility;
alter table meetings_items add constraint meetings_items_visibility
  check (visibility in ('public', 'closed', 'internal'));
