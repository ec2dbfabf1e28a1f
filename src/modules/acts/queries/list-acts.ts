import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { ActKind, ActState, RelationKind } from '../rules.ts'
import { acts, readAct, type Act } from './acts.ts'

export type ActFilter = {
  body: string
  kind: ActKind | ''
  year: string
  state: ActState | ''
  /** Words of the title, or a number. */
  words: string
  /** The last act of the page before. */
  after: { on: LocalDate; sequence: number } | null
}

/** Whether nothing that holds today keeps even the title of an act from everybody. */
const isTitleOpen = (today: LocalDate) => sql<boolean>`not exists (select from acts_restrictions r
  where r.act_id = a.id and r.covers = 'whole' and r.from_date <= ${today} and r.until_date >= ${today}
    and (r.lifted_on is null or r.lifted_on > ${today}))`

/** The same word as `stateOn` in rules.ts, said by the database. */
const stateIs = (state: ActState, today: LocalDate) => {
  const by = {
    annulled: sql.ref('a.annulled_on'),
    repealed: sql.ref('a.repealed_on'),
    amended: sql.ref('a.amended_on'),
  }
  const is = (name: keyof typeof by) => sql<boolean>`coalesce(${by[name]} <= ${today}, false)`
  const inForce = sql<boolean>`coalesce(a.in_force_on <= ${today}, false)`
  const stands = sql<boolean>`not ${is('annulled')} and not ${is('repealed')}`
  if (state === 'annulled') return is('annulled')
  if (state === 'repealed') return sql<boolean>`not ${is('annulled')} and ${is('repealed')}`
  if (state === 'amended') return sql<boolean>`${stands} and ${inForce} and ${is('amended')}`
  if (state === 'in-force') return sql<boolean>`${stands} and ${inForce} and not ${is('amended')}`
  return state === 'signed'
    ? sql<boolean>`${stands} and not ${inForce} and a.signed_at is not null`
    : sql<boolean>`${stands} and not ${inForce} and a.signed_at is null`
}

/** Every word has to stand in the title; a number finds the acts that bear it. */
function matching(words: string, today: LocalDate) {
  const parts = words.split(/\s+/).filter((part) => part !== '')
  const conditions = parts.map((part) => {
    const pattern = `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    const number = /^\d{1,5}$/.test(part) ? Number(part) : -1
    return sql<boolean>`((a.title ilike ${pattern} and ${isTitleOpen(today)}) or a.number = ${number})`
  })
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** The newest first. */
export async function listActs(db: Db, filter: ActFilter, today: LocalDate, limit: number): Promise<Act[]> {
  const { body, kind, year, state, words, after } = filter
  const rows = await acts(db)
    .$if(body !== '', (query) => query.where('b.slug', '=', body))
    .$if(kind !== '', (query) => query.where('a.kind', '=', kind))
    .$if(year !== '', (query) =>
      query.where('a.adopted_on', '>=', `${year}-01-01`).where('a.adopted_on', '<=', `${year}-12-31`),
    )
    .$if(state !== '', (query) => query.where(stateIs(state as ActState, today)))
    .$if(words !== '', (query) => query.where(matching(words, today)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(a.adopted_on, a.sequence) < (${after!.on}, ${after!.sequence})`),
    )
    .orderBy('a.adopted_on', 'desc')
    .orderBy('a.sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readAct)
}

/** What a meeting has decided, in the order of its votes; on one item where it is named. */
export async function listActsOf(db: Db, meetingId: string, itemId: string | null): Promise<Act[]> {
  const rows = await acts(db)
    .where('a.meeting_id', '=', meetingId)
    .$if(itemId !== null, (query) => query.where('a.item_id', '=', itemId))
    .orderBy('a.adopted_at')
    .orderBy('a.sequence')
    .limit(200)
    .execute()
  return rows.map(readAct)
}

/** Bodies that have adopted acts, and from which year to which. */
export async function findChoices(
  db: Db,
): Promise<{ bodies: { slug: string; name: Act['body']['name'] }[]; years: string[] }> {
  const { rows } = await sql<{ slug: string; name: Act['body']['name']; first: LocalDate; last: LocalDate }>`
    select b.slug, b.name, min(a.adopted_on) as first, max(a.adopted_on) as last
    from acts_acts a join people_bodies b on b.id = a.body_id group by b.id, b.slug, b.name, b.position
    order by b.position, b.slug limit 100`.execute(db)
  if (rows.length === 0) return { bodies: [], years: [] }
  const first = Math.min(...rows.map((row) => Number(row.first.slice(0, 4))))
  const last = Math.max(...rows.map((row) => Number(row.last.slice(0, 4))))
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(last - at))
  return { bodies: rows.map(({ slug, name }) => ({ slug, name })), years }
}

export type Related = { kind: RelationKind; onDate: LocalDate; isActing: boolean; act: Act }

/** Acts that this one changes or ends, and that change or end it. */
export async function listRelated(db: Db, actId: string): Promise<Related[]> {
  const rows = await acts(db)
    .innerJoin('acts_relations as l', (join) =>
      join.on(
        sql<boolean>`(l.act_id = ${actId} and l.target_id = a.id) or (l.target_id = ${actId} and l.act_id = a.id)`,
      ),
    )
    .select(['l.kind as how', 'l.on_date', 'l.act_id'])
    .orderBy('l.on_date')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    kind: row.how as RelationKind,
    onDate: row.on_date,
    isActing: row.act_id === actId,
    act: readAct(row),
  }))
}

/** For those who keep acts: what has no text, no signature or no day in the gazette yet. */
export async function listUnfinished(db: Db, limit: number): Promise<Act[]> {
  const rows = await acts(db)
    .where('a.annulled_on', 'is', null)
    .where((e) =>
      e.or([
        e.and([e('a.kind', '=', 'regulation'), e('a.gazette_on', 'is', null)]),
        e.and([e('a.signed_at', 'is', null), e('a.adopted_at', 'is not', null)]),
      ]),
    )
    .orderBy('a.adopted_on', 'desc')
    .orderBy('a.sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readAct)
}
