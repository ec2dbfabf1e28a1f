import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import { seriesPattern, type SeriesPattern } from '../rules/series.ts'

export type Series = { id: string; bodyId: string; pattern: SeriesPattern; from: LocalDate; until: LocalDate }

export async function insertSeries(db: Db, series: Omit<Series, 'id'>, now: Date): Promise<string> {
  const row = {
    body_id: series.bodyId,
    pattern: JSON.stringify(series.pattern),
    from_day: series.from,
    until_day: series.until,
    created_at: now,
  }
  return (await db.insertInto('meetings_series').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function findSeries(db: Db, id: string): Promise<Series | undefined> {
  const row = await db
    .selectFrom('meetings_series')
    .select(['id', 'body_id as bodyId', 'pattern'])
    .select([sql<string>`from_day::text`.as('from'), sql<string>`until_day::text`.as('until')])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, pattern: seriesPattern.parse(row.pattern) }
}

/** Locks what of the series is only planned yet, and nothing that is past, and gives its numbers in order. */
export async function lockPlanned(db: Db, id: string, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('meetings_meetings')
    .select('number')
    .where('series_id', '=', id)
    .where('state', '=', 'draft')
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .orderBy('number')
    .forUpdate()
    .execute()
  return rows.map(({ number }) => number)
}
