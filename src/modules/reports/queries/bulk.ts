import { sql } from 'kysely'
import type { Actor } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { BulkStep } from '../bulk/bulk-input.ts'
import type { ReportState } from '../rules.ts'
import { workableBy } from './inbox.ts'

/** Everything that a step may change, and how much was said and asked: two that are equal mean that nothing happened. */
export type Snapshot = {
  state: ReportState
  stateSince: string
  closedAt: string | null
  firstAnswerAt: string | null
  category: string
  categoryName: LocalText
  post: string | null
  person: string | null
  priority: number
  answerDue: string
  fixDue: string
}

const snapshot = sql`jsonb_build_object('state', r.state, 'stateSince', r.state_since, 'closedAt', r.closed_at,
  'firstAnswerAt', r.first_answer_at, 'category', r.category_code, 'categoryName', r.category_name,
  'isPrivate', r.is_private, 'hiddenAt', r.hidden_at, 'post', r.assigned_post, 'person', r.assigned_person,
  'priority', r.priority, 'answerDue', r.answer_due, 'fixDue', r.fix_due, 'waitsSince', r.waits_since,
  'duplicateOf', r.duplicate_of,
  'said', (select count(*) from reports_updates u where u.report_id = r.id),
  'asked', (select count(*) from reports_questions q where q.report_id = r.id))`

export async function takeSnapshot(db: Db, reportId: string): Promise<string> {
  const { rows } = await sql<{ taken: string }>`select ${snapshot}::text as taken from reports_reports r
    where r.id = ${reportId}`.execute(db)
  return rows[0]!.taken
}

export type BulkRow = {
  reportId: string
  number: number
  /** Null where the actor may not work on the report any more. */
  categoryName: LocalText | null
  outcome: string
  undoOutcome: string | null
  before: Snapshot | null
  isUnchanged: boolean
}

/** The rows of a step, each with whether anything happened to the report since. */
export async function listBulkRows(db: Db, stepId: string, actor: Actor): Promise<BulkRow[]> {
  const { rows } = await sql<BulkRow>`select b.report_id as "reportId", r.number::int as number,
      case when ${workableBy(actor)} then r.category_name end as "categoryName", b.outcome, b.undo_outcome as "undoOutcome", b.before,
      coalesce(b.after = ${snapshot}, false) as "isUnchanged"
    from reports_bulk_rows b join reports_reports r on r.id = b.report_id
    where b.step_id = ${stepId} order by r.number`.execute(db)
  return rows
}

export type BulkTaken = { id: string; at: Date; byPerson: string; what: BulkStep; undoneAt: Date | null }

export async function findBulkStep(db: Db, id: string, { lock }: { lock: boolean }): Promise<BulkTaken | undefined> {
  const { rows } = await sql<BulkTaken>`select id, at, by_person as "byPerson", what, undone_at as "undoneAt"
    from reports_bulk_steps where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

/** Ids of the chosen reports in the order in which they are locked. */
export async function listIdsOf(db: Db, numbers: readonly number[]): Promise<{ id: string; number: number }[]> {
  const { rows } = await sql<{ id: string; number: number }>`select r.id, r.number::int as number
    from reports_reports r where r.number = any(${[...numbers]}::bigint[]) order by r.number`.execute(db)
  return rows
}
