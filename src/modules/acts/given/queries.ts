import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'

export const ownWays = ['page', 'item', 'desk', 'text', 'gazette'] as const
export const outsideWays = ['paper', 'e-mail', 'portal', 'shown'] as const
export type Way = (typeof ownWays)[number] | (typeof outsideWays)[number]

type Reading = { actId: string; on: LocalDate; at: Date; reader: string; role: string; way: (typeof ownWays)[number] }

/** Once per reader, day and way. */
export async function insertReading(db: Db, { actId, on, at, reader, role, way }: Reading): Promise<void> {
  await db
    .insertInto('acts_given')
    .values({ act_id: actId, on_date: on, at, reader, reader_role: role, way })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Handing = {
  actId: string
  on: LocalDate
  at: Date
  recipient: string
  purpose: string
  basis: string
  way: (typeof outsideWays)[number]
  by: string
}

export async function insertHanding(db: Db, handing: Handing): Promise<void> {
  const { actId, on, at, recipient, purpose, basis, way, by } = handing
  await db
    .insertInto('acts_given')
    .values({ act_id: actId, on_date: on, at, recipient, purpose, basis, way, by_person: by })
    .execute()
}

export type Given = {
  id: string
  on: LocalDate
  at: Date
  /** Whoever read it here, or somebody outside as they were named. */
  who: string
  role: string
  purpose: string
  basis: string
  way: Way
  /** Who entered that it was handed out; null of those who read it here. */
  enteredBy: string | null
}

/** The newest first. */
export async function listGiven(db: Db, actId: string, limit: number): Promise<Given[]> {
  const { rows } = await sql<Given>`
    select g.id, g.on_date as on, g.at, coalesce(r.given_name || ' ' || r.family_name, g.recipient) as who,
      g.reader_role as role, g.purpose, g.basis, g.way, b.given_name || ' ' || b.family_name as "enteredBy"
    from acts_given g
    left join people_persons r on r.id = g.reader
    left join people_persons b on b.id = g.by_person
    where g.act_id = ${actId} order by g.at desc, g.id limit ${limit}`.execute(db)
  return rows
}

/**
 * Whether one of these posts stands for the council or the government: its holder is the head of the office (AvTS § 41).
 * Village elders and boards of associations represent bodies too, and have no part in this.
 */
export async function isHead(db: Db, postIds: readonly string[]): Promise<boolean> {
  if (postIds.length === 0) return false
  const row = await db
    .selectFrom('people_posts as p')
    .innerJoin('people_bodies as b', 'b.id', 'p.body_id')
    .select('p.id')
    .where('p.id', 'in', [...postIds])
    .where('p.represents', '=', true)
    .where('b.kind', 'in', ['council', 'government'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
