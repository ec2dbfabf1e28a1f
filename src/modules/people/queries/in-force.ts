import { sql, type RawBuilder } from 'kysely'
import type { LocalDate } from '#platform/format.ts'

/** SQL twin of `isInForce`, for a membership called `m`. */
export function inForceOn(today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`(m.from_date <= ${today} and (m.until_date is null or m.until_date >= ${today}))`
}

/** SQL twin of `isPublicPerson`, for a person called `p`. */
export function isPublicOn(today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`(p.slug is not null and exists (
    select 1 from people_memberships shown where shown.person_id = p.id and shown.from_date <= ${today}))`
}
