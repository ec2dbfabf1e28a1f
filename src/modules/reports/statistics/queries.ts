import { sql, type RawBuilder } from 'kysely'
import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import { fixedStates, openStates } from '../rules.ts'

/** What is told of a set of reports; days are calendar days with a part, null where nothing was answered or fixed. */
export type Figures = {
  received: number
  answered: number
  fixed: number
  medianToAnswer: number | null
  slowToAnswer: number | null
  medianToFixed: number | null
  slowToFixed: number | null
  /** Open ones whose first answer or mending is past its day, today. */
  overdue: number
  reopened: number
  /** Promised days that have come, and how many of them were kept. */
  promised: number
  kept: number
}

export type Grouping = 'all' | 'category' | 'settlement' | 'post'
export type FiguresRow = Figures & { grouping: Grouping; code: string | null }

const days = (until: string) => sql`extract(epoch from r.${sql.raw(until)} - r.confirmed_at) / 86400`
const percentile = (share: number, until: 'first_answer_at' | 'closed_at', condition: RawBuilder<unknown>) =>
  sql`(percentile_cont(${sql.lit(share)}) within group (order by ${days(until)}) filter (where ${condition}))::float8`

/**
 * Reports received in a stretch of days, counted in one pass: together, by category, by settlement and by the post that
 * answers. A promise is a report's two days, for the first answer and for the end; one is kept when it was met by then,
 * and broken when its day has passed without. What was closed without mending, or withdrawn, promises no mending.
 */
export async function readFigures(
  db: Db,
  visible: RawBuilder<unknown>,
  { from, until, today }: { from: LocalDate; until: LocalDate; today: LocalDate },
): Promise<FiguresRow[]> {
  const zone = timeZoneOf(db)
  const dayOf = (moment: string) => sql`(r.${sql.raw(moment)} at time zone ${zone})::date`
  const isFixed = sql`r.state in (${sql.join(fixedStates.map((state) => sql.lit(state)))})`
  const isOpen = sql`r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
  const wait = sql`least(${today}::date, coalesce(r.waits_since, ${today}::date))`
  const answered = sql`r.first_answer_at is not null`
  const answerIsDue = sql`(${answered} or (${isOpen} and r.answer_due < ${wait}))`
  const fixIsDue = sql`(${isFixed} or (${isOpen} and r.fix_due < ${wait}))`
  const { rows } = await sql<FiguresRow>`select
      case when grouping(r.category_code) = 0 then 'category' when grouping(r.settlement_ehak) = 0 then 'settlement'
        when grouping(r.assigned_post) = 0 then 'post' else 'all' end as grouping,
      coalesce(r.category_code, r.settlement_ehak, r.assigned_post::text) as code,
      count(*)::int as received, count(*) filter (where ${answered})::int as answered,
      count(*) filter (where ${isFixed})::int as fixed,
      ${percentile(0.5, 'first_answer_at', answered)} as "medianToAnswer",
      ${percentile(0.9, 'first_answer_at', answered)} as "slowToAnswer",
      ${percentile(0.5, 'closed_at', isFixed)} as "medianToFixed",
      ${percentile(0.9, 'closed_at', isFixed)} as "slowToFixed",
      count(*) filter (where ${isOpen} and r.next_due < ${wait})::int as overdue,
      count(*) filter (where exists (select 1 from reports_updates u where u.report_id = r.id
        and u.new_state = 'confirmed'
        and u.author <> 'official'))::int as reopened,
      (count(*) filter (where ${answerIsDue}) + count(*) filter (where ${fixIsDue}))::int as promised,
      (count(*) filter (where ${answered} and ${dayOf('first_answer_at')} <= r.answer_due)
        + count(*) filter (where ${isFixed} and ${dayOf('closed_at')} <= r.fix_due))::int as kept
    from reports_reports r
    where ${visible} and r.state <> 'cancelled' and r.created_at >= ${from}::date::timestamp at time zone ${zone}
      and r.created_at < (${until}::date + 1)::timestamp at time zone ${zone}
    group by grouping sets ((), (r.category_code), (r.settlement_ehak), (r.assigned_post))`.execute(db)
  return rows
}

export const figureNames = [
  'received',
  'answered',
  'fixed',
  'medianToAnswer',
  'slowToAnswer',
  'medianToFixed',
  'slowToFixed',
  'overdue',
  'reopened',
  'promised',
  'kept',
] as const satisfies readonly (keyof Figures)[]
