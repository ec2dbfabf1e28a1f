import { sql, type RawBuilder } from 'kysely'
import type { LocalDate } from '#platform/format.ts'

/** SQL twin of `isInForce`, for a membership called `m`. */
export function inForceOn(today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`(${heldOn(today)} and not ${isRestingOn(today)})`
}

/** Whether the mandate of a membership called `m` is suspended on the day. */
export function isRestingOn(today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`exists (select from people_mandate_suspensions rests
    where rests.person_id = m.person_id and rests.body_id = m.body_id
      and rests.from_date <= ${today} and (rests.until_date is null or rests.until_date >= ${today}))`
}

/** SQL twin of `covers`, for a membership called `m`: it runs on the day, be it suspended. */
export function heldOn(today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`(m.from_date <= ${today} and (m.until_date is null or m.until_date >= ${today}))`
}

/** The suspensions of the mandate of a membership called `m`, the first first. */
export const suspensionsOf: RawBuilder<unknown> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', s.id, 'fromDate', s.from_date, 'untilDate', s.until_date, 'ground', s.ground)
    order by s.from_date)
  from people_mandate_suspensions s where s.person_id = m.person_id and s.body_id = m.body_id), '[]')`

/** The faction of the membership called `m` on a day: one below the body that the person sits in. */
export function factionOn(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select jsonb_build_object('id', b.id, 'slug', b.slug, 'name', b.name) from people_bodies b
    where b.id = ${factionIdOn(day)})`
}

export function factionIdOn(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select n.id from people_memberships f join people_bodies n on n.id = f.body_id and n.kind = 'faction'
    where n.parent_id = m.body_id and f.person_id = m.person_id and f.from_date <= ${day}
      and (f.until_date is null or f.until_date >= ${day}) order by f.from_date desc, n.id limit 1)`
}

/** SQL twin of `isPublicPerson`, for a person called `p`. */
export function isPublicOn(today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`(p.slug is not null and exists (
    select 1 from people_memberships shown where shown.person_id = p.id and shown.from_date <= ${today}))`
}
