-- A meeting that was broken off, or could not begin, goes on in another with the items that were left.
alter table meetings_meetings
  add column continues_meeting uuid constraint meetings_meetings_continues_fkey references meetings_meetings (id),
  add constraint meetings_meetings_continues_other check (continues_meeting <> id);
-- It goes on once; a continued meeting that was cancelled makes room for another.
create unique index meetings_meetings_continued_once on meetings_meetings (continues_meeting)
  where continues_meeting is not null and state <> 'cancelled';
