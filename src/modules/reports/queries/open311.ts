import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { ReportState } from '../rules.ts'
import { isPublicRow, listReportsByIds, type Report, type Update } from './reports.ts'

export type RequestsAsked = {
  /** Numbers; when given, nothing else narrows. */
  numbers: readonly number[] | null
  codes: readonly string[] | null
  states: readonly ReportState[] | null
  from: Date
  until: Date
  limit: number
  offset: number
}

/** Public reports as GeoReport asks for them, the newest first. */
export async function listAskedReports(db: Db, asked: RequestsAsked): Promise<Report[]> {
  const { numbers, codes, states, from, until, limit, offset } = asked
  const chosen =
    numbers !== null
      ? sql`r.number = any(${[...numbers]}::bigint[])`
      : sql`r.created_at >= ${from} and r.created_at <= ${until}
        ${codes === null ? sql`` : sql`and r.category_code = any(${[...codes]})`}
        ${states === null ? sql`` : sql`and r.state = any(${[...states]})`}`
  const { rows } = await sql<{ id: string }>`select r.id from reports_reports r
    where ${isPublicRow} and ${chosen} order by r.number desc limit ${limit} offset ${offset}`.execute(db)
  const ids = rows.map(({ id }) => id)
  const place = new Map(ids.map((id, at) => [id, at]))
  return (await listReportsByIds(db, ids)).toSorted((a, b) => place.get(a.id)! - place.get(b.id)!)
}

/** What was said to each of the reports, in one statement. */
export async function listUpdatesOf(db: Db, reportIds: readonly string[]): Promise<ReadonlyMap<string, Update[]>> {
  const { rows } = await sql<Update & { reportId: string }>`select u.report_id as "reportId", u.id, u.at, u.author,
      null as "authorTitle", u.words, u.new_state as "newState", u.hidden_at as "hiddenAt",
      u.hidden_reason as "hiddenReason"
    from reports_updates u where u.report_id = any(${[...reportIds]}::uuid[]) order by u.at, u.id`.execute(db)
  return Map.groupBy(rows, ({ reportId }) => reportId)
}
