import { sql } from 'kysely'
import { decidingEvents } from '#modules/meetings/index.ts'
import type { Db } from '#platform/database.ts'

/** Meetings in whose log something has happened that may have decided or undone something, and was not read yet. */
export async function listUnread(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from meetings_meetings m left join acts_followed f on f.meeting_id = m.id
    where m.state in ('in-session', 'held') and exists (select from meetings_events e
      where e.meeting_id = m.id and e.seq > coalesce(f.seq, 0) and e.facts ->> 'kind' = any(${[...decidingEvents]}))
    order by m.starts_at limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Takes a meeting for reading up to its newest event; undefined while somebody else reads it. */
export async function takeForReading(db: Db, meetingId: string): Promise<number | undefined> {
  await db
    .insertInto('acts_followed')
    .values({ meeting_id: meetingId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const taken = await db
    .selectFrom('acts_followed')
    .select('seq')
    .where('meeting_id', '=', meetingId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (taken === undefined) return undefined
  const { seq } = await db
    .selectFrom('meetings_events')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  return seq ?? 0
}

export async function keepRead(db: Db, meetingId: string, seq: number): Promise<void> {
  await db.updateTable('acts_followed').set({ seq }).where('meeting_id', '=', meetingId).execute()
}
