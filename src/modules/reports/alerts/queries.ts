import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { Settlement } from '#modules/places/index.ts'
import { metresOfDegree } from '../map-point.ts'
import { isPublicRow } from '../queries/reports.ts'
import { squareOf, squaresAround, type AlertFilter } from './rules.ts'

export type Alert = {
  code: string
  settlement: Pick<Settlement, 'ehak' | 'name' | 'kind'> | null
  group: { code: string; name: LocalText } | null
  circle: AlertFilter['circle']
}

export async function findAlert(db: Db, code: string): Promise<Alert | undefined> {
  const { rows } = await sql<Alert>`select a.code,
      case when s.ehak is null then null else jsonb_build_object('ehak', s.ehak, 'name', s.name, 'kind', s.kind) end
        as settlement,
      case when g.code is null then null else jsonb_build_object('code', g.code, 'name', g.name) end as "group",
      case when a.metres is null then null else jsonb_build_object('latitude', a.latitude, 'longitude', a.longitude,
        'metres', a.metres) end as circle
    from reports_alerts a left join places_settlements s on s.ehak = a.settlement_ehak
      left join reports_groups g on g.code = a.group_code where a.code = ${code}`.execute(db)
  return rows[0]
}

/** The row for what is wanted: a new one, or the one that others follow already. */
export async function enterAlert(db: Db, code: string, filter: AlertFilter, now: Date): Promise<string> {
  const { settlement, group, circle } = filter
  const squares = circle === null ? [] : squaresAround(circle)
  // A row that nobody follows yet is as young as the last wish for it.
  const { rows } = await sql<{ code: string }>`insert into reports_alerts
      (code, settlement_ehak, group_code, latitude, longitude, metres, squares, created_at)
    values (${code}, ${settlement}, ${group}, ${circle?.latitude ?? null}, ${circle?.longitude ?? null},
      ${circle?.metres ?? null}, ${squares}, ${now})
    on conflict on constraint reports_alerts_once do update set created_at = excluded.created_at
    returning code`.execute(db)
  return rows[0]!.code
}

const most = 5000

/** What a public report matches, by index: its settlement, its group, the circles whose squares hold it. */
export async function listMatching(db: Db, reportId: string): Promise<string[]> {
  const { rows: reports } = await sql<{
    settlement: string | null
    group: string
    latitude: number | null
    longitude: number | null
  }>`select r.settlement_ehak as settlement, c.group_code as "group", r.latitude, r.longitude
    from reports_reports r join reports_categories c on c.code = r.category_code
    where r.id = ${reportId} and ${isPublicRow}`.execute(db)
  const report = reports[0]
  if (report === undefined) return []
  const { settlement, group, latitude, longitude } = report
  const inGroup = sql`(a.group_code is null or a.group_code = ${group})`
  const squeeze = Math.cos(((latitude ?? 0) * Math.PI) / 180)
  const inCircle =
    latitude === null || longitude === null
      ? sql``
      : sql`union all select a.code from reports_alerts a where a.metres is not null
          and a.squares @> array[${squareOf({ latitude, longitude })}] and ${inGroup}
          and sqrt(power((a.longitude - ${longitude}::float8) * ${squeeze}::float8, 2)
            + power(a.latitude - ${latitude}::float8, 2)) * ${metresOfDegree}::float8 <= a.metres`
  const { rows } = await sql<{ code: string }>`select a.code from reports_alerts a
      where a.settlement_ehak = ${settlement} and a.metres is null and ${inGroup}
    union all select a.code from reports_alerts a
      where a.settlement_ehak is null and a.metres is null and a.group_code = ${group}
    ${inCircle} limit ${most}`.execute(db)
  return rows.map(({ code }) => code)
}

/** Rows that have stood for a while, after the last one seen. */
export async function listOldAlerts(db: Db, before: Date, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('reports_alerts')
    .select('code')
    .where('created_at', '<', before)
    .where('code', '>', after)
    .orderBy('code')
    .limit(limit)
    .execute()
  return rows.map(({ code }) => code)
}

export async function deleteAlerts(db: Db, codes: readonly string[], before: Date): Promise<number> {
  if (codes.length === 0) return 0
  const { numDeletedRows } = await db
    .deleteFrom('reports_alerts')
    .where('code', 'in', codes)
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
