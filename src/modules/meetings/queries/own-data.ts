import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

type Row = Record<string, unknown>

/** How one person attended, whatever may be public of it. */
export async function listOwnAttendance(db: Db, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`select m.number as meeting, m.starts_at as began, a.kind as attendance,
      a.minutes_present as "minutesPresent", a.minutes_missed as "minutesMissed"
    from meetings_attendance a join meetings_meetings m on m.id = a.meeting_id
    where a.person_id = ${personId} order by m.starts_at desc limit 10000`.execute(db)
  return rows
}

/** How one person voted by name. */
export async function listOwnVotes(db: Db, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`select m.number as meeting, v.stated_at as stated, v.about, v.question, c.choice
    from meetings_choices c join meetings_votes v on v.meeting_id = c.meeting_id and v.vote_id = c.vote_id
    join meetings_meetings m on m.id = c.meeting_id
    where c.person_id = ${personId} order by v.stated_at desc limit 20000`.execute(db)
  return rows
}

/** What one person has written to drafts of minutes: remarks and dissents. */
export async function listOwnRemarks(db: Db, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`select m.number as meeting, r.at, 'remark' as kind, r.words, r.answer
      from meetings_remarks r join meetings_meetings m on m.id = r.meeting_id where r.person_id = ${personId}
    union all select m.number, d.at, 'dissent', d.words, '' from meetings_dissents d
      join meetings_meetings m on m.id = d.meeting_id where d.person_id = ${personId}
    order by at desc limit 10000`.execute(db)
  return rows
}

/** Which calls to meetings a person was sent. */
export async function listOwnCalls(db: Db, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`select m.number as meeting, i.sent_at as sent from meetings_invitations i
    join meetings_meetings m on m.id = i.meeting_id
    where i.person_id = ${personId} order by i.sent_at desc limit 10000`.execute(db)
  return rows
}

/** Whether a person stands in the log of any meeting, as a member or as whoever entered something. */
export async function isInMeetings(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select
    exists (select from meetings_attendance where person_id = ${personId})
    or exists (select from meetings_choices where person_id = ${personId})
    or exists (select from meetings_remarks where person_id = ${personId})
    or exists (select from meetings_dissents where person_id = ${personId})
    or exists (select from meetings_invitations where person_id = ${personId}) as found`.execute(db)
  return rows[0]!.found
}
