import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { Stretch } from '../rules.ts'

type Held = Stretch & { id: string; factionId: string }

/** A person's stretches in the factions of a body. */
export async function listFactionStretches(db: Db, bodyId: string, personId: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select m.id, b.id as "factionId", m.from_date as "fromDate", m.until_date as "untilDate"
    from people_memberships m join people_bodies b on b.id = m.body_id and b.kind = 'faction'
    where b.parent_id = ${bodyId} and m.person_id = ${personId} and m.post_id is null`.execute(db)
  return rows
}

/** The body above a faction; null of any other body. */
export async function findParentOfFaction(db: Db, id: string): Promise<string | null> {
  const body = db.selectFrom('people_bodies').select('parent_id').where('id', '=', id).where('kind', '=', 'faction')
  return (await body.executeTakeFirst())?.parent_id ?? null
}

/** Whether the person has a seat of the body on the day. */
export async function hasSeatOn(db: Db, bodyId: string, personId: string, day: LocalDate): Promise<boolean> {
  const { rows } = await sql`select 1 from people_memberships where body_id = ${bodyId} and person_id = ${personId}
    and from_date <= ${day} and (until_date is null or until_date >= ${day}) limit 1`.execute(db)
  return rows.length > 0
}

type Left = { membershipId: string; bodyId: string; bodySlug: string; bodyName: LocalText }

/** Ends what a person is in the factions of a body; what would only begin after the day is taken back. */
export async function endInFactions(
  db: Db,
  { bodyId, personId, on }: { bodyId: string; personId: string; on: LocalDate },
): Promise<Left[]> {
  const own = sql`m.person_id = ${personId} and b.id = m.body_id and b.parent_id = ${bodyId} and b.kind = 'faction'`
  await sql`delete from people_memberships m using people_bodies b where ${own} and m.from_date > ${on}`.execute(db)
  const { rows } = await sql<Left>`
    update people_memberships m set until_date = ${on} from people_bodies b
    where ${own} and (m.until_date is null or m.until_date > ${on})
    returning m.id as "membershipId", b.id as "bodyId", b.slug as "bodySlug", b.name as "bodyName"`.execute(db)
  return rows
}

/** Whose place in a faction ended with their seat stays there as long as the seat does now. */
export async function moveFactionEnd(
  db: Db,
  moved: { bodyId: string; personId: string; before: LocalDate | null; untilDate: LocalDate | null },
): Promise<void> {
  const { bodyId, personId, before, untilDate } = moved
  await sql`update people_memberships m set until_date = ${untilDate} from people_bodies b
    where m.person_id = ${personId} and b.id = m.body_id and b.parent_id = ${bodyId} and b.kind = 'faction'
      and m.until_date is not distinct from ${before}`.execute(db)
}

export type Faction = { id: string; slug: string; name: LocalText; personIds: string[] }

/** The factions of a body on a day, with whoever belongs to them. */
export async function listFactionsOn(db: Db, bodyId: string, day: LocalDate): Promise<Faction[]> {
  const { rows } = await sql<Faction>`
    select b.id, b.slug, b.name, array(select distinct m.person_id from people_memberships m
      where m.body_id = b.id and m.from_date <= ${day} and (m.until_date is null or m.until_date >= ${day})
      order by 1) as "personIds"
    from people_bodies b
    where b.parent_id = ${bodyId} and b.kind = 'faction' and (b.dissolved_on is null or b.dissolved_on >= ${day})
    order by b.position, b.slug limit 100`.execute(db)
  return rows
}
