import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { MeetingKind } from '../rules.ts'
import type { MeetingRecord, RecordedVote } from './derive-record.ts'

const rowsAtOnce = 5000

export type RecordedUpTo = {
  lastSeq: number
  reckoning: number
  /** Null: the whole record. */
  only: string | null
  /** What OParl tells of a meeting that is over, as JSON text. */
  course: string | null
}

/** Puts the record in the place of the one before; with `only`, that one vote alone. */
export async function replaceRecord(
  db: Db,
  meetingId: string,
  { attendance, votes }: MeetingRecord,
  { lastSeq, reckoning, only, course }: RecordedUpTo,
): Promise<void> {
  const changed = votes
    .map((vote, position) => ({ ...vote, position }))
    .filter((v) => only === null || v.voteId === only)
  await db
    .deleteFrom('meetings_votes')
    .where('meeting_id', '=', meetingId)
    .$if(only !== null, (query) => query.where('vote_id', '=', only!))
    .execute()
  if (changed.length > 0)
    await db
      .insertInto('meetings_votes')
      .values(changed.map((vote) => voteRow(meetingId, vote)))
      .execute()
  const choices = changed.flatMap(({ voteId, choices: said }) =>
    said.map(({ personId, choice }) => ({ meeting_id: meetingId, vote_id: voteId, person_id: personId, choice })),
  )
  for (let from = 0; from < choices.length; from += rowsAtOnce)
    await db
      .insertInto('meetings_choices')
      .values(choices.slice(from, from + rowsAtOnce))
      .execute()
  if (only === null) await replaceAttendance(db, meetingId, attendance)
  await db
    .insertInto('meetings_records')
    .values({ meeting_id: meetingId, last_seq: lastSeq, reckoning, course })
    .onConflict((on) => on.column('meeting_id').doUpdateSet({ last_seq: lastSeq, reckoning, course }))
    .execute()
}

function voteRow(meetingId: string, vote: RecordedVote & { position: number }) {
  const { counts } = vote
  return {
    meeting_id: meetingId,
    vote_id: vote.voteId,
    position: vote.position,
    stated_at: vote.statedAt,
    state: vote.state,
    outcome: vote.outcome,
    about: vote.about,
    item_id: vote.itemId,
    is_closed: vote.isClosed,
    question: vote.question,
    method: vote.method,
    votes_for: counts?.for ?? null,
    votes_against: counts?.against ?? null,
    abstained: counts?.abstained ?? null,
    did_not_vote: counts?.didNotVote ?? null,
  }
}

async function replaceAttendance(db: Db, meetingId: string, rows: MeetingRecord['attendance']): Promise<void> {
  await db.deleteFrom('meetings_attendance').where('meeting_id', '=', meetingId).execute()
  if (rows.length === 0) return
  await db
    .insertInto('meetings_attendance')
    .values(
      rows.map(({ personId, kind, minutesPresent, minutesMissed }) => ({
        meeting_id: meetingId,
        person_id: personId,
        kind,
        minutes_present: minutesPresent,
        minutes_missed: minutesMissed,
      })),
    )
    .execute()
}

/** Meetings whose log began and whose record is missing or was reckoned otherwise. */
export async function listUnrecorded(db: Db, reckoning: number): Promise<string[]> {
  const rows = await db
    .selectFrom('meetings_meetings as m')
    .leftJoin('meetings_records as r', 'r.meeting_id', 'm.id')
    .select('m.id')
    .where('m.state', 'in', ['in-session', 'held'])
    .where((e) => e.or([e('r.meeting_id', 'is', null), e('r.reckoning', '<>', reckoning)]))
    .orderBy('m.starts_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** One stretch of days of one body. */
export type Stretch = { bodyId: string; from: string; until: string }

export type PersonAttendance = {
  personId: string
  slug: string | null
  name: string
  held: number
  whole: number
  partly: number
  excused: number
  absent: number
  minutesMissed: number
  /** Of the named votes in which the person had a seat and was not barred. */
  votes: number
  votesTaken: number
}

const counted = (kind: string) => sql<number>`count(*) filter (where a.kind = ${kind})::int`
const dayOf = (column: string, timeZone: string) => sql<string>`(${sql.ref(column)} at time zone ${timeZone})::date`

/** Per person: meetings that were held while the mandate was active, and how they were attended. By name. */
export async function attendanceByPerson(
  db: Db,
  { bodyId, from, until }: Stretch,
  timeZone: string,
): Promise<PersonAttendance[]> {
  const inStretch = sql`m.body_id = ${bodyId} and m.announced_at is not null
    and m.starts_at >= (${from}::date)::timestamp at time zone ${timeZone}
    and m.starts_at < (${until}::date + 1)::timestamp at time zone ${timeZone}`
  const { rows } = await sql<PersonAttendance>`
    select a.person_id as "personId", p.slug, p.given_name || ' ' || p.family_name as name,
      count(*)::int as held, ${counted('whole')} as whole, ${counted('partly')} as partly,
      ${counted('excused')} as excused, ${counted('absent')} as absent,
      (sum(a.minutes_missed) filter (where a.kind = 'partly'))::int as "minutesMissed",
      coalesce(max(v.votes), 0)::int as votes, coalesce(max(v.taken), 0)::int as "votesTaken"
    from meetings_meetings m
    join meetings_attendance a on a.meeting_id = m.id
    join people_persons p on p.id = a.person_id
    left join (select c.person_id, count(*) as votes,
        count(*) filter (where c.choice in ('for', 'against', 'abstained')) as taken
      from meetings_meetings m join meetings_choices c on c.meeting_id = m.id
      where ${inStretch} group by c.person_id) v on v.person_id = a.person_id
    where ${inStretch}
    group by a.person_id, p.slug, p.given_name, p.family_name, p.sort_name
    order by p.sort_name collate "C", a.person_id`.execute(db)
  return rows.map((row) => ({ ...row, minutesMissed: row.minutesMissed ?? 0 }))
}

export type MeetingAttendance = {
  number: number
  on: string
  sessionNo: number | null
  kind: MeetingKind
  came: number
  seats: number
}

/** Meetings of the stretch that ran, the newest first, with how many of those with a seat came. */
export async function attendanceByMeeting(
  db: Db,
  { bodyId, from, until }: Stretch,
  timeZone: string,
): Promise<MeetingAttendance[]> {
  const rows = await db
    .selectFrom('meetings_meetings as m')
    .innerJoin('meetings_attendance as a', 'a.meeting_id', 'm.id')
    .select(['m.number', 'm.session_no as sessionNo', 'm.kind', dayOf('m.starts_at', timeZone).as('on')])
    .select([
      sql<number>`count(*) filter (where a.kind in ('whole', 'partly'))::int`.as('came'),
      sql<number>`count(*)::int`.as('seats'),
    ])
    .where('m.body_id', '=', bodyId)
    .where('m.announced_at', 'is not', null)
    .where(sql<boolean>`m.starts_at >= (${from}::date)::timestamp at time zone ${timeZone}`)
    .where(sql<boolean>`m.starts_at < (${until}::date + 1)::timestamp at time zone ${timeZone}`)
    .groupBy(['m.id', 'm.number', 'm.session_no', 'm.kind', 'm.starts_at'])
    .orderBy('m.starts_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as MeetingKind }))
}

export type RecordedBody = {
  id: string
  slug: string
  name: LocalText
  kind: string
  firstYear: number
  lastYear: number
}

/** Bodies with a record, and the years from which there is one. */
export async function listRecordedBodies(db: Db, timeZone: string): Promise<RecordedBody[]> {
  const { rows } = await sql<RecordedBody>`
    select b.id, b.slug, b.name, b.kind,
      extract(year from k.first at time zone ${timeZone})::int as "firstYear",
      extract(year from k.last at time zone ${timeZone})::int as "lastYear"
    from people_bodies b
    cross join lateral (select
      (select m.starts_at from meetings_meetings m where m.body_id = b.id and m.announced_at is not null
        and exists (select from meetings_attendance a where a.meeting_id = m.id) order by m.starts_at limit 1) as first,
      (select m.starts_at from meetings_meetings m where m.body_id = b.id and m.announced_at is not null
        and exists (select from meetings_attendance a where a.meeting_id = m.id) order by m.starts_at desc limit 1) as last) k
    where k.first is not null
    order by b.position, b.slug`.execute(db)
  return rows
}
