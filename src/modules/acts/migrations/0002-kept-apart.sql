-- Who was given what is for internal use only (AvTS § 39(2)): who, for what, when, how and which.
create table acts_given (
  id uuid constraint acts_given_pkey primary key default gen_random_uuid(),
  act_id uuid not null constraint acts_given_act_fkey references acts_acts (id),
  on_date date not null,
  at timestamptz not null,
  -- Whoever read it here because of a role; null where it was handed to somebody outside.
  reader uuid constraint acts_given_reader_fkey references people_persons (id),
  reader_role text not null default '',
  -- Somebody outside, as they were named at the desk.
  recipient text not null default '',
  purpose text not null default '',
  basis text not null default '',
  way text not null,
  by_person uuid constraint acts_given_by_fkey references people_persons (id),
  constraint acts_given_who check ((reader is null) = (recipient <> '') and (reader is null) = (by_person is not null)),
  constraint acts_given_why check (recipient = '' or (purpose <> '' and basis <> '')),
  constraint acts_given_way check (way in ('page', 'item', 'desk', 'text', 'gazette', 'paper', 'e-mail', 'shown', 'portal'))
);
-- One line per reader, day and way, however often a page is opened.
create unique index acts_given_once on acts_given (act_id, reader, way, on_date) where reader is not null;
create index acts_given_act on acts_given (act_id, at desc, id);
create index acts_given_reader on acts_given (reader) where reader is not null;
create index acts_given_by on acts_given (by_person) where by_person is not null;

-- What was mended in the title or the number of an act that was entered at the desk; both are shown with the reason.
create table acts_corrections (
  act_id uuid not null constraint acts_corrections_act_fkey references acts_acts (id),
  at timestamptz not null,
  -- As they were before.
  title text not null,
  number int not null,
  slug text not null,
  because text not null,
  by_person uuid constraint acts_corrections_by_fkey references people_persons (id),
  constraint acts_corrections_pkey primary key (act_id, at),
  constraint acts_corrections_because check (because <> '')
);
-- An address that was given out leads to where the act is now.
create index acts_corrections_slug on acts_corrections (slug, at desc);
create index acts_corrections_by on acts_corrections (by_person) where by_person is not null;

-- How far the site's record has been read for meetings that went on; `is_unread` of those that did.
create table acts_reading (
  only_row boolean not null default true,
  last bigint not null,
  constraint acts_reading_pkey primary key (only_row),
  constraint acts_reading_one check (only_row)
);
insert into acts_reading (last) select id from platform_event_head;
alter table acts_followed add column is_unread boolean not null default false;
create index acts_followed_unread on acts_followed (meeting_id) where is_unread;
insert into acts_followed (meeting_id, is_unread) select id, true from meetings_meetings where state in ('in-session', 'held')
  on conflict on constraint acts_followed_pkey do update set is_unread = true;

-- Restrictions from before meetings knew of them.
insert into meetings_item_restrictions (meeting_id, item_id, source, basis, from_date, until_date, lifted_on)
  select a.meeting_id, a.item_id, r.id::text, r.basis, r.from_date, r.until_date, r.lifted_on
  from acts_restrictions r join acts_acts a on a.id = r.act_id where a.item_id is not null
  on conflict do nothing;
