import { sql, type RawBuilder } from 'kysely'
import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { metresOfDegree, type Point } from '../map-point.ts'
import {
  fixedStates,
  openStates,
  unfixedStates,
  type listFilters,
  type Priority,
  type ReportState,
  type UpdateFact,
} from '../rules.ts'

/** A report as lists show it. */
export type ListedReport = {
  id: string
  number: number
  categoryCode: string
  categoryName: LocalText
  words: string
  latitude: number | null
  longitude: number | null
  address: string
  settlement: { ehak: string; name: string; kind: 'alev' | 'alevik' | 'küla' | 'linn' } | null
  state: ReportState
  stateSince: Date
  isPrivate: boolean
  hiddenAt: Date | null
  hiddenReason: string | null
  reporterPerson: string | null
  reporterName: string | null
  reporterEmail: string | null
  showsName: boolean
  channel: string
  language: 'et' | 'en' | 'ru'
  /** By the sender's own clock, which may be wrong: shown, and nothing more. */
  sentAt: Date | null
  createdAt: Date
  confirmedAt: Date | null
  firstAnswerAt: Date | null
  closedAt: Date | null
  answerDue: LocalDate | null
  fixDue: LocalDate | null
  waitsSince: LocalDate | null
  priority: Priority
  assignedPost: string | null
  assignedPerson: string | null
  assignedTitle: LocalText | null
  answersId: string | null
  contractorPost: string | null
  contractorTitle: LocalText | null
  workOrder: string | null
  costCents: number | null
}

/** With the other reports that it belongs to. */
export type Report = ListedReport & {
  /** Where it goes on, when that is public. */
  duplicateNumber: number | null
  /** Public ones that tell of the same. */
  doubleNumbers: number[]
  splitFromNumber: number | null
  splitNumbers: number[]
}

/** Numbers of other reports; of those that not everybody may see there is none. */
function related(how: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(array(select d.number::int from reports_reports d where ${how}
    and d.state <> 'unconfirmed' and not d.is_private and d.hidden_at is null order by d.number limit 50))`
}

const columns = sql`r.id, r.number::int as number, r.category_code as "categoryCode", r.category_name as "categoryName",
  r.words, r.latitude, r.longitude, r.address,
  case when s.ehak is null then null else jsonb_build_object('ehak', s.ehak, 'name', s.name, 'kind', s.kind) end
    as settlement,
  r.state, r.state_since as "stateSince", r.is_private as "isPrivate", r.hidden_at as "hiddenAt",
  r.hidden_reason as "hiddenReason", r.reporter_person as "reporterPerson", r.reporter_name as "reporterName",
  r.reporter_email as "reporterEmail", r.shows_name as "showsName", r.channel, r.language, r.sent_at as "sentAt",
  r.created_at as "createdAt",
  r.confirmed_at as "confirmedAt", r.first_answer_at as "firstAnswerAt", r.closed_at as "closedAt",
  r.answer_due as "answerDue", r.fix_due as "fixDue", r.waits_since as "waitsSince",
  (array['urgent', 'usual', 'low'])[r.priority + 1] as priority,
  r.assigned_post as "assignedPost",
  r.assigned_person as "assignedPerson", p.title as "assignedTitle", r.answers_id as "answersId",
  r.contractor_post as "contractorPost", w.title as "contractorTitle", r.work_order as "workOrder",
  r.cost_cents as "costCents"`
/** Each costs a look of its own: for one report, not for lists. */
const relations = sql`, ${related(sql`d.id = r.duplicate_of`)}[1] as "duplicateNumber",
  ${related(sql`d.duplicate_of = r.id`)} as "doubleNumbers",
  ${related(sql`d.id = r.split_from`)}[1] as "splitFromNumber",
  ${related(sql`d.split_from = r.id`)} as "splitNumbers"`
const tables = sql`reports_reports r left join places_settlements s on s.ehak = r.settlement_ehak
  left join people_posts p on p.id = r.assigned_post left join people_posts w on w.id = r.contractor_post`

/** What everybody may see; the twin of `isPublic` in the rules. */
export const isPublicRow = sql`r.state <> 'unconfirmed' and not r.is_private and r.hidden_at is null`

export async function findReport(db: Db, by: { number: number } | { id: string }): Promise<Report | undefined> {
  const condition = 'number' in by ? sql`r.number = ${by.number}` : sql`r.id = ${by.id}`
  const { rows } = await sql<Report>`select ${columns}${relations} from ${tables} where ${condition}`.execute(db)
  return rows[0]
}

export async function lockReport(db: Db, by: { number: number } | { id: string }): Promise<Report | undefined> {
  const condition = 'number' in by ? sql`r.number = ${by.number}` : sql`r.id = ${by.id}`
  const { rows } =
    await sql<Report>`select ${columns}${relations} from ${tables} where ${condition} for update of r`.execute(db)
  return rows[0]
}

/** Nothing narrows. */
export const everything = { state: null, group: null, settlement: null, since: null } as const

export type PublicFilter = {
  state: (typeof listFilters)[number] | null
  group: string | null
  settlement: string | null
  /** Received on this day or later. */
  since: LocalDate | null
  /** No farther than so many metres from a point. */
  near?: (Point & { metres: number }) | null
}

const statesOf = { open: openStates, fixed: fixedStates, closed: unfixedStates } as const

export function matches(db: Db, { state, group, settlement, since, near = null }: PublicFilter): RawBuilder<unknown> {
  const states = state === null ? sql`` : sql`and r.state = any(${[...statesOf[state]]})`
  const inGroup =
    group === null
      ? sql``
      : sql`and r.category_code in (select c.code from reports_categories c where c.group_code = ${group})`
  const inSettlement = settlement === null ? sql`` : sql`and r.settlement_ehak = ${settlement}`
  const lately =
    since === null ? sql`` : sql`and r.created_at >= ${since}::date::timestamp at time zone ${timeZoneOf(db)}`
  return sql`${isPublicRow} ${states} ${inGroup} ${inSettlement} ${lately} ${near === null ? sql`` : isNear(near)}`
}

function isNear({ latitude, longitude, metres }: Point & { metres: number }): RawBuilder<unknown> {
  const high = metres / metresOfDegree
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  const wide = high / squeeze
  return sql`and r.latitude is not null and point(r.longitude, r.latitude) <@ box(point(${longitude - wide},
      ${latitude - high}), point(${longitude + wide}, ${latitude + high}))
    and power((r.longitude - ${longitude}::float8) * ${squeeze}::float8, 2) + power(r.latitude - ${latitude}::float8, 2)
      <= power(${high}::float8, 2)`
}

/** Public reports, the newest first; `before` is the number of the last one seen. */
export async function listPublicReports(
  db: Db,
  filter: PublicFilter,
  { before = null, limit }: { before?: number | null; limit: number },
): Promise<ListedReport[]> {
  const { rows } = await sql<ListedReport>`select ${columns} from ${tables}
    where ${matches(db, filter)} ${before === null ? sql`` : sql`and r.number < ${before}`}
    order by r.number desc limit ${limit}`.execute(db)
  return rows
}

/** Public reports whose mending is planned, ordered or begun, by the promised day. */
export async function listPlannedWorks(db: Db, today: LocalDate): Promise<ListedReport[]> {
  const { rows } = await sql<ListedReport>`select ${columns} from ${tables}
    where ${isPublicRow} and r.state in ('planned', 'action-scheduled', 'in-progress') and r.fix_due >= ${today}
    order by r.fix_due, r.number limit 500`.execute(db)
  return rows
}

const mostCounted = 10_000

/** How many match, counted up to a bound. */
export async function countMatching(db: Db, filter: PublicFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select 1 from reports_reports r where ${matches(db, filter)} limit ${mostCounted}) counted`.execute(db)
  return rows[0]!.count
}

/** When a public report last changed its state or was received. */
export async function findNewestPublic(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(r.state_since) as at from reports_reports r
    where ${isPublicRow}`.execute(db)
  return rows[0]?.at ?? null
}

export async function listReportsByIds(db: Db, ids: readonly string[]): Promise<ListedReport[]> {
  const { rows } =
    await sql<ListedReport>`select ${columns} from ${tables} where r.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

export async function countPublicReports(db: Db, now: Date): Promise<{ open: number; fixed: number }> {
  const yearAgo = new Date(now.getTime() - 365 * 86_400_000)
  const { rows } = await sql<{ open: number; fixed: number }>`select
    (select count(*)::int from reports_reports r where ${isPublicRow} and r.state = any(${[...openStates]})) as open,
    (select count(*)::int from reports_reports r where ${isPublicRow} and r.closed_at >= ${yearAgo}
      and r.state = any(${[...fixedStates]})) as fixed`.execute(db)
  return rows[0]!
}

export async function listReportsOf(db: Db, personId: string): Promise<ListedReport[]> {
  const { rows } = await sql<ListedReport>`select ${columns} from ${tables}
    where r.reporter_person = ${personId} order by r.number desc limit 500`.execute(db)
  return rows
}

export type Update = {
  id: string
  at: Date
  author: 'reporter' | 'neighbour' | 'official' | 'system'
  authorTitle: LocalText | null
  words: string
  newState: ReportState | null
  /** What was done besides words and states, and which report it is about. */
  what: UpdateFact | null
  aboutNumber: number | null
  hiddenAt: Date | null
  hiddenReason: string | null
}

export async function listUpdates(db: Db, reportId: string): Promise<Update[]> {
  const { rows } = await sql<Update>`select u.id, u.at, u.author, p.title as "authorTitle", u.words,
      u.new_state as "newState", u.what, u.about_number as "aboutNumber", u.hidden_at as "hiddenAt", u.hidden_reason as "hiddenReason"
    from reports_updates u left join people_posts p on p.id = u.author_post
    where u.report_id = ${reportId} order by u.at, u.id limit 500`.execute(db)
  return rows
}
