import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { registry } from '#modules/people/index.ts'
import { questionOfVote } from '../restrictions/queries.ts'
import type { AttendanceKind, RecordedChoice, RecordedVote } from './derive-record.ts'

export type RecordedPerson = { id: string; slug: string; name: string }

/** Somebody of public life by their address. */
export async function findRecordedPerson(db: Db, slug: string, today: string): Promise<RecordedPerson | undefined> {
  const { rows } = await sql<RecordedPerson>`
    select p.id, p.slug, p.given_name || ' ' || p.family_name as name
    from people_persons p where p.slug = ${slug} and ${registry.isPublicOn(today)}`.execute(db)
  return rows[0]
}

export type InBody = {
  bodySlug: string
  bodyName: LocalText
  year: number
  held: number
  whole: number
  partly: number
  excused: number
  absent: number
}

/** How one person attended, by body and year, the newest first. */
export async function attendanceOfPerson(db: Db, personId: string, timeZone: string): Promise<InBody[]> {
  const { rows } = await sql<InBody>`
    select b.slug as "bodySlug", b.name as "bodyName",
      extract(year from m.starts_at at time zone ${timeZone})::int as year,
      count(*)::int as held,
      count(*) filter (where a.kind = 'whole')::int as whole,
      count(*) filter (where a.kind = 'partly')::int as partly,
      count(*) filter (where a.kind = 'excused')::int as excused,
      count(*) filter (where a.kind = 'absent')::int as absent
    from meetings_attendance a
    join meetings_meetings m on m.id = a.meeting_id and m.announced_at is not null
    join people_bodies b on b.id = m.body_id
    where a.person_id = ${personId}
    group by b.id, b.slug, b.name, b.position, year
    order by year desc, b.position, b.slug limit 200`.execute(db)
  return rows
}

export type AttendedMeeting = {
  number: number
  sessionNo: number | null
  bodyName: LocalText
  startsAt: Date
  kind: AttendanceKind
  minutesMissed: number
}

/** The meetings themselves, the newest first. */
export async function meetingsOfPerson(db: Db, personId: string, limit: number): Promise<AttendedMeeting[]> {
  const rows = await db
    .selectFrom('meetings_attendance as a')
    .innerJoin('meetings_meetings as m', 'm.id', 'a.meeting_id')
    .innerJoin('people_bodies as b', 'b.id', 'm.body_id')
    .select(['m.number', 'm.session_no as sessionNo', 'b.name as bodyName', 'm.starts_at as startsAt'])
    .select(['a.kind', 'a.minutes_missed as minutesMissed'])
    .where('a.person_id', '=', personId)
    .where('m.announced_at', 'is not', null)
    .orderBy('m.starts_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, bodyName: row.bodyName as LocalText, kind: row.kind as AttendanceKind }))
}

export type VoteLine = {
  number: number
  bodyName: LocalText
  voteId: string
  statedAt: Date
  state: RecordedVote['state']
  outcome: RecordedVote['outcome']
  about: string
  isClosed: boolean
  question: string
  method: string
  for: number | null
  against: number | null
  abstained: number | null
  didNotVote: number | null
}

/** Where a list of votes goes on: the time and the id of the last one shown. */
export type VoteCursor = { at: Date; voteId: string }

const lineOf = (
  today: LocalDate,
) => sql`m.number, b.name as "bodyName", v.vote_id as "voteId", v.stated_at as "statedAt", v.state, v.outcome,
  v.about, v.is_closed as "isClosed", ${questionOfVote(today)} as question, v.method, v.votes_for as "for", v.votes_against as against,
  v.abstained, v.did_not_vote as "didNotVote"`

const after = (cursor: VoteCursor | null) =>
  cursor === null ? sql`true` : sql`(v.stated_at, v.vote_id) < (${cursor.at}, ${cursor.voteId})`

/** How one person voted, by name, the newest first. */
export async function votesOfPerson(
  db: Db,
  personId: string,
  before: VoteCursor | null,
  { limit, today }: { limit: number; today: LocalDate },
): Promise<(VoteLine & { choice: RecordedChoice })[]> {
  const { rows } = await sql<VoteLine & { choice: RecordedChoice }>`
    select ${lineOf(today)}, c.choice
    from meetings_choices c
    join meetings_votes v on v.meeting_id = c.meeting_id and v.vote_id = c.vote_id
    join meetings_meetings m on m.id = v.meeting_id and m.announced_at is not null
    join people_bodies b on b.id = m.body_id
    where c.person_id = ${personId} and ${after(before)}
    order by v.stated_at desc, v.vote_id desc limit ${limit}`.execute(db)
  return rows
}

/** Votes of all bodies or of one, the newest first. */
export async function listVotes(
  db: Db,
  bodySlug: string,
  before: VoteCursor | null,
  { limit, today }: { limit: number; today: LocalDate },
): Promise<VoteLine[]> {
  const { rows } = await sql<VoteLine>`
    select ${lineOf(today)}
    from meetings_votes v
    join meetings_meetings m on m.id = v.meeting_id and m.announced_at is not null
    join people_bodies b on b.id = m.body_id
    where ${bodySlug === '' ? sql`true` : sql`b.slug = ${bodySlug}`} and ${after(before)}
    order by v.stated_at desc, v.vote_id desc limit ${limit}`.execute(db)
  return rows
}
