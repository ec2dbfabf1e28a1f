import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import {
  canSeeInbox,
  coordinatesReports,
  inboxViews,
  mostInView,
  openStates,
  priorities,
  type DueFilter,
  type InboxView,
  type Priority,
  type ReportState,
} from '../rules.ts'

export type InboxReport = {
  number: number
  categoryName: LocalText
  words: string
  address: string
  settlement: string | null
  state: ReportState
  isPrivate: boolean
  isHidden: boolean
  createdAt: Date
  firstAnswerAt: Date | null
  answerDue: LocalDate | null
  fixDue: LocalDate | null
  waitsSince: LocalDate | null
  priority: Priority
  assignedTitle: LocalText | null
}

/** What an actor may work on; the twin of `canWorkOn` in the rules. */
export function workableBy(actor: Actor): RawBuilder<unknown> {
  const own = sql`r.assigned_person = ${actor.personId} or r.assigned_post = any(${[...actor.postIds]}::uuid[])`
  if (coordinatesReports(actor)) return sql`r.state <> 'unconfirmed'`
  if (!canSeeInbox(actor)) return sql`r.state <> 'unconfirmed' and (${own})`
  return sql`r.state <> 'unconfirmed' and (not r.is_private or ${own})`
}

const columns = sql`r.number::int as number, r.category_name as "categoryName", r.words, r.address, s.name as settlement, r.state,
  r.is_private as "isPrivate", r.hidden_at is not null as "isHidden", r.created_at as "createdAt",
  r.first_answer_at as "firstAnswerAt", r.answer_due as "answerDue", r.fix_due as "fixDue",
  r.waits_since as "waitsSince", (array['urgent', 'usual', 'low'])[r.priority + 1] as priority,
  p.title as "assignedTitle"`

export type InboxFilter = {
  view: InboxView
  settlement?: string | undefined
  category?: string | undefined
  post?: string | undefined
  priority?: Priority | undefined
  due?: DueFilter | undefined
}

const open = sql`r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`

/** The twin of `latenessOf` in the rules: a report that waits is as late as it was on that day. */
const isLate = (today: LocalDate) => sql`r.next_due < least(${today}::date, coalesce(r.waits_since, ${today}::date))`

function inView(view: InboxView, actor: Actor, today: LocalDate): RawBuilder<unknown> {
  if (view === 'closed') return sql`r.closed_at is not null`
  if (view === 'mine')
    return sql`${open} and (r.assigned_person = ${actor.personId} or r.assigned_post = any(${[...actor.postIds]}::uuid[]))`
  if (view === 'unassigned') return sql`${open} and r.assigned_post is null and r.assigned_person is null`
  if (view === 'late') return sql`${open} and ${isLate(today)}`
  if (view === 'waiting') return sql`${open} and r.waits_since is not null`
  return open
}

function narrowed({ settlement, category, post, priority, due }: InboxFilter, today: LocalDate): RawBuilder<unknown> {
  const parts = [
    settlement === undefined ? sql`` : sql`and r.settlement_ehak = ${settlement}`,
    category === undefined ? sql`` : sql`and r.category_code = ${category}`,
    post === undefined ? sql`` : sql`and r.assigned_post = ${post}`,
    priority === undefined ? sql`` : sql`and r.priority = ${priorities.indexOf(priority)}`,
    due === 'late' ? sql`and ${isLate(today)}` : sql``,
    due === 'today' ? sql`and r.next_due = ${today}::date` : sql``,
    due === 'week' ? sql`and r.next_due between ${today}::date and ${today}::date + 6` : sql``,
  ]
  return sql.join(parts, sql` `)
}

type Stretch = { offset: number; limit: number }

/** Open ones late first, then by urgency and the day that is owed; closed ones by the newest. */
export async function listInbox(
  db: Db,
  actor: Actor,
  filter: InboxFilter,
  today: LocalDate,
  { offset, limit }: Stretch,
): Promise<InboxReport[]> {
  const chosen = sql`${workableBy(actor)} and ${inView(filter.view, actor, today)} ${narrowed(filter, today)}`
  const until = offset + limit
  // Each half is read in the order of an index, so that only what is shown is looked at.
  const half = (isFirst: boolean) => sql`(select r.id, ${isFirst}::boolean as late from reports_reports r
    where ${chosen} and ${isFirst ? isLate(today) : sql`not (${isLate(today)})`}
    order by r.priority, r.next_due, r.fix_due, r.number limit ${until})`
  const ids =
    filter.view === 'closed'
      ? sql`(select r.id, false as late from reports_reports r where ${chosen}
          order by r.closed_at desc, r.number desc limit ${until})`
      : // The second is not read where the first fills the page.
        sql`${half(true)} union all ${half(false)} limit ${until}`
  const order =
    filter.view === 'closed'
      ? sql`r.closed_at desc, r.number desc`
      : sql`chosen.late desc, r.priority, r.next_due, r.fix_due, r.number`
  const { rows } = await sql<InboxReport>` select ${columns}
    from (${ids}) chosen join reports_reports r on r.id = chosen.id
      left join places_settlements s on s.ehak = r.settlement_ehak
      left join people_posts p on p.id = r.assigned_post
    order by ${order} limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const mostFound = 1000

/** How many there are in each view and how many fit the filter, counted up to a bound. */
export async function countInbox(
  db: Db,
  actor: Actor,
  filter: InboxFilter,
  today: LocalDate,
): Promise<{ views: Record<InboxView, number>; found: number }> {
  const counted = (
    condition: RawBuilder<unknown>,
    most: number,
  ) => sql`(select count(*)::int from (select 1 from reports_reports r
    where ${workableBy(actor)} and ${condition} limit ${most}) counted)`
  const inViews = inboxViews.map((view) => sql`${counted(inView(view, actor, today), mostInView)} as ${sql.ref(view)}`)
  const found = sql`${counted(sql`${inView(filter.view, actor, today)} ${narrowed(filter, today)}`, mostFound)} as found`
  const { rows } = await sql<Record<InboxView | 'found', number>>`select ${sql.join([...inViews, found])}`.execute(db)
  const { found: many, ...views } = rows[0]!
  return { views, found: many }
}

/** The chosen ones among those that the actor may work on, for the page that asks once more. */
export async function listChosen(db: Db, actor: Actor, numbers: readonly number[]): Promise<InboxReport[]> {
  const { rows } = await sql<InboxReport>` select ${columns}
    from reports_reports r left join places_settlements s on s.ehak = r.settlement_ehak
      left join people_posts p on p.id = r.assigned_post
    where r.number = any(${[...numbers]}::bigint[]) and ${workableBy(actor)} order by r.number`.execute(db)
  return rows
}

export type Note = { id: string; at: Date; words: string; author: string }

export async function listNotes(db: Db, reportId: string): Promise<Note[]> {
  const { rows } = await sql<Note>`select n.id, n.at, n.words, p.given_name || ' ' || p.family_name as author
    from reports_notes n join people_persons p on p.id = n.author_person
    where n.report_id = ${reportId} order by n.at, n.id limit 500`.execute(db)
  return rows
}

export type AssignablePost = { id: string; title: LocalText; body: LocalText }

/** Posts of officials that somebody may hold today. */
export async function listAssignablePosts(db: Db): Promise<AssignablePost[]> {
  const { rows } = await sql<AssignablePost>`select p.id, p.title, b.name as body
    from people_posts p join people_bodies b on b.id = p.body_id
    where 'official' = any(p.roles) and p.closed_on is null and b.dissolved_on is null
    order by b.position, b.slug, p.position, p.slug limit 500`.execute(db)
  return rows
}
