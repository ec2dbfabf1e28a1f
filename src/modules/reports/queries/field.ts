import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { hasFieldWork, openStates, type ReportState } from '../rules.ts'
import type { AssignablePost } from './inbox.ts'

/** Nothing of whoever sent it. */
export type FieldReport = {
  id: string
  number: number
  categoryName: LocalText
  words: string
  workOrder: string | null
  latitude: number | null
  longitude: number | null
  address: string
  settlement: { ehak: string; name: string; kind: 'alev' | 'alevik' | 'küla' | 'linn' } | null
  state: ReportState
  isPrivate: boolean
  fixDue: LocalDate | null
  contractorPost: string | null
  hiddenAt: Date | null
}

const columns = sql`r.id, r.number::int as number, r.category_name as "categoryName", r.words,
  r.work_order as "workOrder", r.latitude, r.longitude, r.address,
  case when s.ehak is null then null else jsonb_build_object('ehak', s.ehak, 'name', s.name, 'kind', s.kind) end
    as settlement,
  r.state, r.is_private as "isPrivate", r.fix_due as "fixDue", r.contractor_post as "contractorPost",
  r.hidden_at as "hiddenAt"`
const tables = sql`reports_reports r left join places_settlements s on s.ehak = r.settlement_ehak`

/** What was given to an actor to mend; the twin of `canDoWork` in the rules. */
export function givenTo(actor: Actor): RawBuilder<unknown> {
  if (!hasFieldWork(actor)) return sql`false`
  return sql`r.contractor_post = any(${[...actor.postIds]}::uuid[]) and r.hidden_at is null
    and r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
}

const mostOnList = 200

/** Open work, by the day that it is owed. */
export async function listFieldWork(db: Db, actor: Actor): Promise<FieldReport[]> {
  const { rows } = await sql<FieldReport>`select ${columns} from ${tables} where ${givenTo(actor)}
    order by r.priority, r.fix_due, r.number limit ${mostOnList}`.execute(db)
  return rows
}

export async function findFieldReport(
  db: Db,
  number: number,
  { lock }: { lock: boolean },
): Promise<FieldReport | undefined> {
  const { rows } = await sql<FieldReport>`select ${columns} from ${tables} where r.number = ${number}
    ${lock ? sql`for update of r` : sql``}`.execute(db)
  return rows[0]
}

/** Posts to which work can be given. */
export async function listContractors(db: Db): Promise<AssignablePost[]> {
  const { rows } = await sql<AssignablePost>`select p.id, p.title, b.name as body
    from people_posts p join people_bodies b on b.id = p.body_id
    where 'contractor' = any(p.roles) and p.closed_on is null and b.dissolved_on is null
    order by b.position, b.slug, p.position, p.slug limit 200`.execute(db)
  return rows
}
