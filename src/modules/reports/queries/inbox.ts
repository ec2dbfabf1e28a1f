import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { canSeeInbox, coordinatesReports, inboxViews, openStates, type InboxView, type ReportState } from '../rules.ts'

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
  assignedTitle: LocalText | null
}

/** What an actor may work on; the twin of `canWorkOn` in the rules. */
export function workableBy(actor: Actor): RawBuilder<unknown> {
  const own = sql`r.assigned_person = ${actor.personId} or r.assigned_post = any(${[...actor.postIds]}::uuid[])`
  if (coordinatesReports(actor)) return sql`r.state <> 'unconfirmed'`
  if (!canSeeInbox(actor)) return sql`r.state <> 'unconfirmed' and (${own})`
  return sql`r.state <> 'unconfirmed' and (not r.is_private or ${own})`
}

function inView(view: InboxView, actor: Actor, today: LocalDate): RawBuilder<unknown> {
  const open = sql`r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
  if (view === 'closed') return sql`r.closed_at is not null`
  if (view === 'mine')
    return sql`${open} and (r.assigned_person = ${actor.personId} or r.assigned_post = any(${[...actor.postIds]}::uuid[]))`
  if (view === 'unassigned') return sql`${open} and r.assigned_post is null and r.assigned_person is null`
  if (view === 'late')
    return sql`${open} and (r.fix_due < ${today} or (r.first_answer_at is null and r.answer_due < ${today}))`
  return open
}

/** Open ones by the day they are due, closed ones by the newest; `after` counts those seen. */
export async function listInbox(
  db: Db,
  actor: Actor,
  view: InboxView,
  today: LocalDate,
  { offset, limit }: { offset: number; limit: number },
): Promise<InboxReport[]> {
  const order =
    view === 'closed'
      ? sql`r.closed_at desc, r.number desc`
      : sql`least(r.fix_due, case when r.first_answer_at is null then r.answer_due end), r.fix_due, r.number`
  const { rows } = await sql<InboxReport>`
    select r.number::int as number, r.category_name as "categoryName", r.words, r.address, s.name as settlement, r.state,
      r.is_private as "isPrivate", r.hidden_at is not null as "isHidden", r.created_at as "createdAt",
      r.first_answer_at as "firstAnswerAt", r.answer_due as "answerDue", r.fix_due as "fixDue",
      p.title as "assignedTitle"
    from reports_reports r left join places_settlements s on s.ehak = r.settlement_ehak
      left join people_posts p on p.id = r.assigned_post
    where ${workableBy(actor)} and ${inView(view, actor, today)}
    order by ${order} limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export async function countInbox(db: Db, actor: Actor, today: LocalDate): Promise<Record<InboxView, number>> {
  const count = (view: InboxView) =>
    sql`(select count(*)::int from (select 1 from reports_reports r
      where ${workableBy(actor)} and ${inView(view, actor, today)} limit 1000) counted) as ${sql.ref(view)}`
  const { rows } = await sql<Record<InboxView, number>>`select ${sql.join(inboxViews.map(count))}`.execute(db)
  return rows[0]!
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
