import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { ReportState } from '../rules.ts'
import { listReportsByIds, type ListedReport } from './reports.ts'

export type Doubling = {
  id: string
  mainId: string
  mainNumber: number
  stateBefore: ReportState
  stateSinceBefore: Date
  firstAnswerBefore: Date | null
}

/** The doubling that stands, when the report is a double. */
export async function findDoubling(db: Db, reportId: string): Promise<Doubling | undefined> {
  const { rows } = await sql<Doubling>`select d.id, d.main_id as "mainId", m.number::int as "mainNumber",
      d.state_before as "stateBefore", d.state_since_before as "stateSinceBefore",
      d.first_answer_before as "firstAnswerBefore"
    from reports_doublings d join reports_reports m on m.id = d.main_id
    where d.report_id = ${reportId} and d.undone_at is null`.execute(db)
  return rows[0]
}

const mostDoubles = 200

/** Reports that lead to this one, doubles of doubles too. */
export async function listDoubles(db: Db, mainId: string): Promise<ListedReport[]> {
  const { rows } = await sql<{ id: string }>`with recursive doubles as (
      select d.id from reports_reports d where d.duplicate_of = ${mainId}
      union select d.id from reports_reports d join doubles on d.duplicate_of = doubles.id)
    select id from doubles limit ${mostDoubles}`.execute(db)
  return rows.length === 0
    ? []
    : listReportsByIds(
        db,
        rows.map(({ id }) => id),
      )
}
