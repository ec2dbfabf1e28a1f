import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { MeetingKind, MeetingMode, MeetingState } from '../rules.ts'

export type Meeting = {
  id: string
  number: number
  body: { id: string; slug: string; name: LocalText; kind: string; seats: number | null }
  kind: MeetingKind
  sessionNo: number | null
  mode: MeetingMode
  place: string
  startsAt: Date
  endsAt: Date | null
  state: MeetingState
  announcedAt: Date | null
  /** Since when everybody knows its day, whatever becomes of its agenda. */
  dayKnownAt: Date | null
  /** The series that it was planned with. */
  seriesId: string | null
  invitedAt: Date | null
  lateBecause: string
  changedBecause: string
  sequence: number
  changedAt: Date
  /** The meeting that it continues, and the one that continues it. */
  continues: Neighbour | null
  continuedBy: Neighbour | null
}
type Neighbour = { number: number; isPublic: boolean }

function meetings(db: Db) {
  return db
    .selectFrom('meetings_meetings as m')
    .innerJoin('people_bodies as b', 'b.id', 'm.body_id')
    .select(['m.id', 'm.number', 'm.kind', 'm.mode', 'm.place', 'm.state', 'm.sequence'])
    .select(['m.session_no', 'm.starts_at', 'm.ends_at', 'm.announced_at', 'm.invited_at', 'm.changed_at'])
    .select(['m.late_because', 'm.changed_because', 'm.day_known_at', 'm.series_id'])
    .select([
      'b.id as body_id',
      'b.slug as body_slug',
      'b.name as body_name',
      'b.kind as body_kind',
      'b.seats as body_seats',
    ])
    .leftJoin('meetings_meetings as before', 'before.id', 'm.continues_meeting')
    .leftJoin('meetings_meetings as after', (join) =>
      join.onRef('after.continues_meeting', '=', 'm.id').on('after.state', '<>', 'cancelled'),
    )
    .select(['before.number as before_number', 'before.announced_at as before_announced_at'])
    .select(['after.number as after_number', 'after.announced_at as after_announced_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>

function read(row: Row): Meeting {
  return {
    id: row.id,
    number: row.number,
    body: {
      id: row.body_id,
      slug: row.body_slug,
      name: row.body_name as LocalText,
      kind: row.body_kind,
      seats: row.body_seats,
    },
    kind: row.kind as MeetingKind,
    sessionNo: row.session_no,
    mode: row.mode as MeetingMode,
    place: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: row.state as MeetingState,
    announcedAt: row.announced_at,
    dayKnownAt: row.day_known_at,
    seriesId: row.series_id,
    invitedAt: row.invited_at,
    lateBecause: row.late_because,
    changedBecause: row.changed_because,
    sequence: row.sequence,
    changedAt: row.changed_at,
    continues: neighbour(row.before_number, row.before_announced_at),
    continuedBy: neighbour(row.after_number, row.after_announced_at),
  }
}

function neighbour(number: number | null, announcedAt: Date | null): Neighbour | null {
  return number === null ? null : { number, isPublic: announcedAt !== null }
}

export async function findMeeting(db: Db, by: { number: number } | { id: string }): Promise<Meeting | undefined> {
  const row = await meetings(db)
    .$if('number' in by, (query) => query.where('m.number', '=', 'number' in by ? by.number : 0))
    .$if('id' in by, (query) => query.where('m.id', '=', 'id' in by ? by.id : ''))
    .executeTakeFirst()
  return row === undefined ? undefined : read(row)
}

/** Locks the meeting, so that two who change it at once come one after the other. */
export async function lockMeeting(db: Db, number: number): Promise<Meeting | undefined> {
  const locked = await db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst()
  return locked === undefined ? undefined : findMeeting(db, { id: locked.id })
}

export type MeetingFilter = { bodySlug: string; from?: Date; until?: Date }

/** Announced meetings; those to come the soonest first, past ones the newest first. */
export async function listPublicMeetings(
  db: Db,
  { bodySlug, from, until }: MeetingFilter,
  limit: number,
): Promise<Meeting[]> {
  const rows = await meetings(db)
    .where('m.announced_at', 'is not', null)
    .$if(bodySlug !== '', (query) => query.where('b.slug', '=', bodySlug))
    .$if(from !== undefined, (query) => query.where('m.starts_at', '>=', from!))
    .$if(until !== undefined, (query) => query.where('m.starts_at', '<', until!))
    .orderBy('m.starts_at', until === undefined ? 'asc' : 'desc')
    .orderBy('m.number', until === undefined ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows.map(read)
}

/**
 * Meetings to come of which everybody knows the day and nobody the agenda yet; with `alsoOff` those too that were
 * called off, which calendars have to take out.
 */
export async function listKnownDays(
  db: Db,
  { bodySlug, from, alsoOff }: { bodySlug: string; from: Date; alsoOff: boolean },
  limit: number,
): Promise<Meeting[]> {
  const rows = await meetings(db)
    .where('m.announced_at', 'is', null)
    .where('m.day_known_at', 'is not', null)
    .where('m.state', 'in', alsoOff ? ['draft', 'cancelled'] : ['draft'])
    .where('m.starts_at', '>=', from)
    .$if(bodySlug !== '', (query) => query.where('b.slug', '=', bodySlug))
    .orderBy('m.starts_at')
    .orderBy('m.number')
    .limit(limit)
    .execute()
  return rows.map(read)
}

export async function listSeriesMeetings(db: Db, seriesId: string, limit: number): Promise<Meeting[]> {
  const rows = await meetings(db)
    .where('m.series_id', '=', seriesId)
    .orderBy('m.starts_at')
    .orderBy('m.number')
    .limit(limit)
    .execute()
  return rows.map(read)
}

/** Whatever is planned or held from then until then, but for what was called off. */
export async function listMeetingsBetween(db: Db, from: Date, until: Date, limit: number): Promise<Meeting[]> {
  const rows = await meetings(db)
    .where('m.starts_at', '>=', from)
    .where('m.starts_at', '<', until)
    .where('m.state', '<>', 'cancelled')
    .orderBy('m.starts_at')
    .limit(limit)
    .execute()
  return rows.map(read)
}

/** What the secretary works on: not yet held, then the newest of the past. */
export async function listAtDesk(db: Db, since: Date, limit: number): Promise<Meeting[]> {
  const rows = await meetings(db)
    .where('m.starts_at', '>=', since)
    .orderBy('m.starts_at')
    .orderBy('m.number')
    .limit(limit)
    .execute()
  return rows.map(read)
}

export type MeetingValues = {
  kind: MeetingKind
  sessionNo: number | null
  mode: MeetingMode
  place: string
  startsAt: Date
  endsAt: Date | null
}

const columnsOf = (values: MeetingValues) => ({
  kind: values.kind,
  session_no: values.sessionNo,
  mode: values.mode,
  place: values.place,
  starts_at: values.startsAt,
  ends_at: values.endsAt,
})

export async function insertMeeting(
  db: Db,
  bodyId: string,
  values: MeetingValues & { continues?: string; seriesId?: string; dayKnownAt?: Date | null },
  now: Date,
): Promise<{ id: string; number: number }> {
  return db
    .insertInto('meetings_meetings')
    .values({
      ...columnsOf(values),
      body_id: bodyId,
      continues_meeting: values.continues ?? null,
      series_id: values.seriesId ?? null,
      day_known_at: values.dayKnownAt ?? null,
      state_since: now,
      created_at: now,
      changed_at: now,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

export async function updateMeeting(
  db: Db,
  id: string,
  change: Partial<MeetingValues> & {
    state?: MeetingState
    announcedAt?: Date
    invitedAt?: Date | null
    lateBecause?: string
    changedBecause?: string
    sequence?: number
  },
  now: Date,
): Promise<void> {
  const { kind, sessionNo, mode, place, startsAt, endsAt, state, announcedAt, invitedAt } = change
  await db
    .updateTable('meetings_meetings')
    .set({
      ...(kind === undefined ? {} : { kind }),
      ...(sessionNo === undefined ? {} : { session_no: sessionNo }),
      ...(mode === undefined ? {} : { mode }),
      ...(place === undefined ? {} : { place }),
      ...(startsAt === undefined ? {} : { starts_at: startsAt }),
      ...(endsAt === undefined ? {} : { ends_at: endsAt }),
      ...(state === undefined ? {} : { state, state_since: now }),
      ...(announcedAt === undefined ? {} : { announced_at: announcedAt }),
      ...(invitedAt === undefined ? {} : { invited_at: invitedAt }),
      ...(change.lateBecause === undefined ? {} : { late_because: change.lateBecause }),
      ...(change.changedBecause === undefined ? {} : { changed_because: change.changedBecause }),
      ...(change.sequence === undefined ? {} : { sequence: change.sequence }),
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()
}

/** Announced meetings, the newest first. */
export async function listPublicIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('announced_at', 'is not', null)
    .orderBy('starts_at', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}
