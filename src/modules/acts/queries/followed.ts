import { sql } from 'kysely'
import { decidingEvents } from '#modules/meetings/index.ts'
import type { Db } from '#platform/database.ts'

const eventsAtOnce = 2000

/** Whether anything was recorded since it was last looked, or a meeting waits to be read. One look at two single rows. */
export async function hasNews(db: Db): Promise<{ isRecorded: boolean; isUnread: boolean }> {
  const { rows } = await sql<{ isRecorded: boolean; isUnread: boolean }>`
    select (select id from platform_event_head) > (select last from acts_reading) as "isRecorded",
      exists (select from acts_followed where is_unread) as "isUnread"`.execute(db)
  return rows[0]!
}

/**
 * Reads on in the site's record, whose ids have no gaps and commit in order, and marks the meetings that went on. No
 * other meeting is looked at. Answers whether there is more.
 */
export async function markUnread(db: Db): Promise<boolean> {
  const reading = await db.selectFrom('acts_reading').select('last').forUpdate().skipLocked().executeTakeFirst()
  // Somebody else reads on.
  if (reading === undefined) return false
  const { rows } = await sql<{ newest: number; isMore: boolean }>`
    with read as (select id, type, subject from platform_events
      where id > ${reading.last} order by id limit ${eventsAtOnce}),
    went_on as (select distinct substring(subject from 9)::uuid as id from read
      where type like 'meetings.%' and subject like 'meeting:%'),
    marked as (insert into acts_followed (meeting_id, is_unread)
      select m.id, true from went_on w join meetings_meetings m on m.id = w.id
      where m.state in ('in-session', 'held') order by m.id
      on conflict on constraint acts_followed_pkey do update set is_unread = true)
    select coalesce(max(id), ${reading.last}) as newest, count(*) = ${eventsAtOnce} as "isMore" from read`.execute(db)
  const { newest, isMore } = rows[0]!
  await db.updateTable('acts_reading').set({ last: newest }).execute()
  return isMore
}

/** Meetings that went on and were not read yet. */
export async function listUnread(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('acts_followed')
    .select('meeting_id')
    .where('is_unread', '=', true)
    .orderBy('meeting_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.meeting_id)
}

/** Takes a meeting for reading up to its newest event; undefined while somebody else reads it, or has read it. */
export async function takeForReading(db: Db, meetingId: string): Promise<{ seq: number; isNew: boolean } | undefined> {
  const taken = await db
    .selectFrom('acts_followed')
    .select('seq')
    .where('meeting_id', '=', meetingId)
    .where('is_unread', '=', true)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (taken === undefined) return undefined
  const { rows } = await sql<{ seq: number; isNew: boolean }>`
    select coalesce(max(e.seq), 0) as seq,
      coalesce(bool_or(e.seq > ${taken.seq} and e.facts ->> 'kind' = any(${[...decidingEvents]})), false) as "isNew"
    from meetings_events e where e.meeting_id = ${meetingId} and e.seq >= ${taken.seq}`.execute(db)
  return rows[0]!
}

export async function keepRead(db: Db, meetingId: string, seq: number): Promise<void> {
  await db.updateTable('acts_followed').set({ seq, is_unread: false }).where('meeting_id', '=', meetingId).execute()
}
