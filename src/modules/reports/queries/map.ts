import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Language, LocalText } from '#platform/language.ts'
import { metresOfDegree, type Point } from '../map-point.ts'
import type { ReportState } from '../rules.ts'
import { isPublicRow, matches, type PublicFilter } from './reports.ts'

export type PublicPoint = { number: number } & Point

/** Where the public reports of a filter are, the newest first; `after` a number, where it is given. */
export async function listPublicPoints(
  db: Db,
  filter: PublicFilter,
  limit: number,
  after: number | null = null,
): Promise<PublicPoint[]> {
  const newer = after === null ? sql`` : sql`and r.number > ${after}`
  const { rows } = await sql<PublicPoint>`select r.number::int as number, r.latitude, r.longitude
    from reports_reports r where ${matches(db, filter)} and r.latitude is not null ${newer}
    order by r.number desc limit ${limit}`.execute(db)
  return rows
}

/** Whether anything public about reports was recorded after an entry of the log. */
export async function hasChangedSince(db: Db, version: number): Promise<boolean> {
  const { rows } = await sql`select 1 from platform_events
    where is_public and id > ${version} and type like 'reports.%' limit 1`.execute(db)
  return rows.length > 0
}

export type PinRow = {
  number: number
  categoryName: LocalText
  state: ReportState
  address: string
  settlement: { name: string; kind: 'alev' | 'alevik' | 'küla' | 'linn' } | null
}

/** What stands on single pins; one that is no longer public is left out. */
export async function listPins(db: Db, numbers: readonly number[]): Promise<PinRow[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<PinRow>`select r.number::int as number, r.category_name as "categoryName", r.state,
      r.address, case when s.ehak is null then null else jsonb_build_object('name', s.name, 'kind', s.kind) end
        as settlement
    from reports_reports r left join places_settlements s on s.ehak = r.settlement_ehak
    where r.number = any(${[...numbers]}::bigint[]) and ${isPublicRow}`.execute(db)
  return rows
}

/** How many squares to a degree, as the index has them. */
const perDegree = { latitude: 400, longitude: 200 }

function cells(from: number, until: number, perOne: number): number[] {
  const first = Math.floor(from * perOne)
  return Array.from({ length: Math.floor(until * perOne) - first + 1 }, (_, at) => first + at)
}

export type NearbyRow = PinRow & { id: string; words: string; language: Language } & Point

/**
 * Public reports around a point, the newest first; of the category's group where a category is named. What was closed
 * before `since` is another story.
 */
export async function listNearby(
  db: Db,
  { latitude, longitude }: Point,
  { metres, category, since, limit }: { metres: number; category: string; since: Date; limit: number },
): Promise<NearbyRow[]> {
  const high = metres / metresOfDegree
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  const wide = high / squeeze
  const inGroup =
    category === ''
      ? sql``
      : sql`and r.category_code in (select c.code from reports_categories c
          where c.group_code = (select g.group_code from reports_categories g where g.code = ${category}))`
  const near = sql`floor(r.latitude * ${sql.lit(perDegree.latitude)})::int
      = any(${cells(latitude - high, latitude + high, perDegree.latitude)})
    and floor(r.longitude * ${sql.lit(perDegree.longitude)})::int
      = any(${cells(longitude - wide, longitude + wide, perDegree.longitude)})
    and power((r.longitude - ${longitude}::float8) * ${squeeze}::float8, 2)
      + power(r.latitude - ${latitude}::float8, 2) <= power(${high}::float8, 2)`
  const found = (when: RawBuilder<unknown>) => sql`(select r.id from reports_reports r
    where ${isPublicRow} and r.latitude is not null and ${when} and r.state not in ('duplicate', 'cancelled') and ${near} ${inGroup}
    order by r.number desc limit ${limit})`
  const { rows } = await sql<NearbyRow>`select r.id, r.number::int as number, r.category_name as "categoryName",
      r.state, r.address, r.words, r.language, r.latitude, r.longitude,
      case when s.ehak is null then null else jsonb_build_object('name', s.name, 'kind', s.kind) end as settlement
    from (${found(sql`r.closed_at is null`)} union all ${found(sql`r.closed_at >= ${since}`)}) near
      join reports_reports r on r.id = near.id left join places_settlements s on s.ehak = r.settlement_ehak
    order by r.number desc limit ${limit}`.execute(db)
  return rows
}
