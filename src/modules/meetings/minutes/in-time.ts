import { sql } from 'kysely'
import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { EvidencePeriod } from '#platform/evidence.ts'
import { holidaysOf } from '#platform/working-days.ts'
import { titleOfMeeting } from '../title-in-sql.ts'

/**
 * Meetings of the council whose minutes were due in the period: by the days, working days or not, of the statute
 * under which the meeting was held. One whose day has not passed yet is no failure.
 */
export function listMinutesInTime(db: Db, { from, until }: EvidencePeriod) {
  const years = [Number(from.slice(0, 4)) - 1, Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const known = Array.from({ length: years[2]! - years[0]! + 1 }, (_, at) => years[0]! + at)
  const holidays = sql.val(known.flatMap((year) => [...holidaysOf(year).keys()]))
  const zone = timeZoneOf(db)
  const held = sql<string>`(meetings_meetings.starts_at at time zone ${zone})::date`
  const rules = sql`(meetings_meetings.setup -> 'statute' -> 'minutes')`
  const due = sql<string>`(select d.day::date
    from generate_series(${held} + 1, ${held} + 400, interval '1 day') as d (day)
    where not coalesce((${rules} ->> 'workingDays')::boolean, false)
      or (extract(isodow from d.day) < 6 and d.day::date <> all (${holidays}::date[]))
    order by d.day offset greatest(coalesce((${rules} ->> 'publishWithinDays')::int, 1), 1) - 1 limit 1)`
  const published = sql<string | null>`(select min((v.published_at at time zone ${zone})::date)
    from meetings_minutes_versions v where v.meeting_id = meetings_meetings.id)`
  return db
    .selectFrom('meetings_meetings')
    .innerJoin('people_bodies', 'people_bodies.id', 'meetings_meetings.body_id')
    .select([
      due.as('on'),
      sql<boolean>`coalesce(${published} <= ${due}, false)`.as('met'),
      titleOfMeeting.as('title'),
      sql<string>`'/istungid/' || meetings_meetings.number`.as('path'),
    ])
    .where('people_bodies.kind', '=', 'council')
    .where('meetings_meetings.state', '=', 'held')
    .where(sql<boolean>`${held} between ${from}::date - 400 and ${until}::date`)
    .where(sql<boolean>`${due} between ${from} and ${until}`)
    .where(sql<boolean>`(${published} is not null or ${due} < ${until})`)
}
