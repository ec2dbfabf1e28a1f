import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { inForceOn, isPublicOn } from './in-force.ts'

export type SearchableBody = {
  id: string
  slug: string
  name: LocalText
  aliases: string[]
  contact: string | null
  description: LocalText | null
  posts: LocalText[]
}

const most = 5000

export async function listSearchableBodies(db: Db): Promise<SearchableBody[]> {
  const { rows } = await sql<SearchableBody>`
    select b.id, b.slug, b.name, b.aliases, b.contact, b.description, coalesce((
      select jsonb_agg(o.title order by o.position, o.slug) from people_posts o where o.body_id = b.id), '[]') as posts
    from people_bodies b order by b.slug limit ${most}`.execute(db)
  return rows
}

export type SearchablePerson = { id: string; slug: string; givenName: string; familyName: string; posts: LocalText[] }

/** Those whom the public pages list on the day, with what they are. */
export async function listSearchablePersons(db: Db, today: LocalDate): Promise<SearchablePerson[]> {
  const { rows } = await sql<SearchablePerson>`
    select p.id, p.slug, p.given_name as "givenName", p.family_name as "familyName", coalesce((
      select jsonb_agg(coalesce(o.title, b.name) order by b.slug)
      from people_memberships m join people_bodies b on b.id = m.body_id left join people_posts o on o.id = m.post_id
      where m.person_id = p.id and ${inForceOn(today)}), '[]') as posts
    from people_persons p where ${isPublicOn(today)} order by p.slug limit ${most}`.execute(db)
  return rows
}
