import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { HeldSitting, Month } from './rules.ts'

export type WatchedBody = { id: string; slug: string; kind: string; name: LocalText; composition: LocalDate | null }

/** Bodies whose rules suspend whoever stays away, with the first day of the composition that sits. */
export async function listWatchedBodies(db: Db, today: LocalDate): Promise<WatchedBody[]> {
  const { rows } = await sql<WatchedBody>`
    select b.id, b.slug, b.kind, b.name, (select max(t.from_date) from meetings_terms t
      where t.body_id = b.id and t.from_date <= ${today} and (t.until_date is null or t.until_date >= ${today}))
      as composition
    from people_bodies b
    where b.dissolved_on is null and exists (select from meetings_statutes s where s.body_kind = b.kind
      and s.body_slug in ('', b.slug) and s.valid_from <= ${today} and s.rules -> 'absence' is not null)
    order by b.position, b.slug limit 50`.execute(db)
  return rows
}

export type HeldByMember = HeldSitting & { personId: string }

/** Sittings of a body in which the mandates were active, and whether the members came. */
export async function listHeldSittings(
  db: Db,
  bodyId: string,
  since: LocalDate,
  timeZone: string,
): Promise<HeldByMember[]> {
  const { rows } = await sql<HeldByMember>`
    select a.person_id as "personId", (m.starts_at at time zone ${timeZone})::date as day,
      a.kind in ('whole', 'partly') as came
    from meetings_meetings m join meetings_attendance a on a.meeting_id = m.id
    where m.body_id = ${bodyId} and m.starts_at >= (${since}::date)::timestamp at time zone ${timeZone}
    order by m.starts_at limit 100000`.execute(db)
  return rows
}

/** The next sitting that everybody knows of. */
export async function findNextSitting(
  db: Db,
  bodyId: string,
  now: Date,
): Promise<{ number: number; startsAt: Date } | undefined> {
  return db
    .selectFrom('meetings_meetings')
    .select(['number', 'starts_at as startsAt'])
    .where('body_id', '=', bodyId)
    .where('starts_at', '>', now)
    .where('announced_at', 'is not', null)
    .where('state', 'in', ['announced', 'invited'])
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
}

export type AbsenceReport = { personId: string; month: Month; reportedOn: LocalDate }

export async function listReports(db: Db, bodyId: string): Promise<AbsenceReport[]> {
  return db
    .selectFrom('meetings_absence_reports')
    .select(['person_id as personId', 'month', 'reported_on as reportedOn'])
    .where('body_id', '=', bodyId)
    .orderBy('month', 'desc')
    .limit(1000)
    .execute()
}

type NewReport = AbsenceReport & { bodyId: string; reportedBy: string }

/** Answers whether it was new. */
export async function insertReport(db: Db, report: NewReport, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('meetings_absence_reports')
    .values({
      body_id: report.bodyId,
      person_id: report.personId,
      month: report.month,
      reported_on: report.reportedOn,
      reported_by: report.reportedBy,
      created_at: now,
    })
    .onConflict((conflict) => conflict.constraint('meetings_absence_reports_pkey').doNothing())
    .returning('month')
    .executeTakeFirst()
  return row !== undefined
}
