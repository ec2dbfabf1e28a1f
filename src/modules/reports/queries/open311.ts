import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { ToldUpdate } from '../open311/documents.ts'
import type { ReportState } from '../rules.ts'
import { isPublicRow, listReportsByIds, type ListedReport, type Update } from './reports.ts'

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
export async function listAskedReports(db: Db, asked: RequestsAsked): Promise<ListedReport[]> {
  const { numbers, codes, states, from, until, limit, offset } = asked
  const chosen =
    numbers !== null
      ? sql`r.number = any(${[...numbers]}::bigint[])`
      : sql`r.created_at >= ${from} and r.created_at <= ${until}
        ${codes === null ? sql`` : sql`and r.category_code = any(${[...codes]})`}
        ${states === null ? sql`` : sql`and r.state = any(${[...states]})`}`
  const { rows } = await sql<{ id: string }>`select r.id from reports_reports r
    where ${isPublicRow} and ${chosen} order by r.created_at desc, r.number desc limit ${limit} offset ${offset}`.execute(
    db,
  )
  const ids = rows.map(({ id }) => id)
  const place = new Map(ids.map((id, at) => [id, at]))
  return (await listReportsByIds(db, ids)).toSorted((a, b) => place.get(a.id)! - place.get(b.id)!)
}

/** What was said of public reports within a time, the oldest first. */
export async function listPublicUpdates(
  db: Db,
  { from, until, limit }: { from: Date; until: Date; limit: number },
): Promise<ToldUpdate[]> {
  const { rows } =
    await sql<ToldUpdate>`select u.id, r.number::int as number, u.at, u.words, u.new_state as "newState", r.state
    from reports_updates u join reports_reports r on r.id = u.report_id
    where u.at >= ${from} and u.at <= ${until} and u.hidden_at is null and ${isPublicRow}
      and (u.words <> '' or u.new_state is not null)
    order by u.at, u.id limit ${limit}`.execute(db)
  return rows
}

/** What was said to each of the reports, in one statement. */
export async function listUpdatesOf(db: Db, reportIds: readonly string[]): Promise<ReadonlyMap<string, Update[]>> {
  const { rows } = await sql<Update & { reportId: string }>`select u.report_id as "reportId", u.id, u.at, u.author,
      null as "authorTitle", u.words, u.new_state as "newState", u.hidden_at as "hiddenAt",
      u.hidden_reason as "hiddenReason", u.what, u.about_number as "aboutNumber"
    from reports_updates u where u.report_id = any(${[...reportIds]}::uuid[]) and (u.words <> '' or u.new_state is not null)
    order by u.at, u.id`.execute(db)
  return Map.groupBy(rows, ({ reportId }) => reportId)
}
