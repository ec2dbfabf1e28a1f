import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { Settlement } from '#modules/places/index.ts'
import type { BodyKind } from '../rules.ts'
import { inForceOn } from './in-force.ts'

export type ListedBody = {
  id: string
  slug: string
  name: LocalText
  kind: BodyKind
  seats: number | null
  filled: number
  dissolvedOn: LocalDate | null
}

/** Bodies in reading order with the persons who sit in them today. `after` is the slug of the last one seen. */
export async function listBodies(
  db: Db,
  today: LocalDate,
  { kind = null, after = null, limit = 500 }: { kind?: BodyKind | null; after?: string | null; limit?: number } = {},
): Promise<ListedBody[]> {
  const { rows } = await sql<ListedBody>`
    select b.id, b.slug, b.name, b.kind, b.seats, b.dissolved_on as "dissolvedOn",
      (select count(distinct m.person_id)::int from people_memberships m
        where m.body_id = b.id and ${inForceOn(today)}) as filled
    from people_bodies b
    where (${kind}::text is null or b.kind = ${kind})
      and (${after}::text is null or (b.kind, b.position, b.slug) >
        (select kind, position, slug from people_bodies where slug = ${after}))
    order by b.kind, b.position, b.slug
    limit ${limit}`.execute(db)
  return rows
}

export type BodyLink = { slug: string; name: LocalText }

export type Body = {
  id: string
  slug: string
  name: LocalText
  aliases: string[]
  kind: BodyKind
  seats: number | null
  description: LocalText | null
  contact: string | null
  registryCode: string | null
  memberRoles: string[]
  settlement: Pick<Settlement, 'ehak' | 'name' | 'kind'> | null
  foundedOn: LocalDate | null
  dissolvedOn: LocalDate | null
  parentId: string | null
  parent: BodyLink | null
  parts: BodyLink[]
}

export async function findBody(db: Db, by: { slug: string } | { id: string }): Promise<Body | undefined> {
  const condition = 'slug' in by ? sql`b.slug = ${by.slug}` : sql`b.id = ${by.id}`
  const { rows } = await sql<Body>`
    select b.id, b.slug, b.name, b.aliases, b.kind, b.seats, b.description, b.contact,
      b.registry_code as "registryCode", b.member_roles as "memberRoles",
      (select jsonb_build_object('ehak', s.ehak, 'name', s.name, 'kind', s.kind)
        from places_settlements s where s.ehak = b.settlement_ehak) as settlement,
      b.founded_on as "foundedOn", b.dissolved_on as "dissolvedOn", b.parent_id as "parentId",
      (select jsonb_build_object('slug', o.slug, 'name', o.name) from people_bodies o where o.id = b.parent_id) as parent,
      coalesce((select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) order by o.kind, o.position, o.slug)
        from people_bodies o where o.parent_id = b.id and o.dissolved_on is null), '[]') as parts
    from people_bodies b where ${condition}`.execute(db)
  return rows[0]
}

export type Post = {
  id: string
  bodyId: string
  slug: string
  title: LocalText
  aliases: string[]
  roles: string[]
  represents: boolean
  seats: number
  closedOn: LocalDate | null
  filled: number
}

function posts(today: LocalDate) {
  return sql`
    select p.id, p.body_id as "bodyId", p.slug, p.title, p.aliases, p.roles, p.represents, p.seats,
      p.closed_on as "closedOn",
      (select count(distinct m.person_id)::int from people_memberships m
        where m.post_id = p.id and ${inForceOn(today)}) as filled
    from people_posts p`
}

export async function listPostsOf(db: Db, bodyId: string, today: LocalDate): Promise<Post[]> {
  const { rows } = await sql<Post>`${posts(today)}
    where p.body_id = ${bodyId} order by p.position, p.slug limit 200`.execute(db)
  return rows
}

export async function findPost(db: Db, id: string, today: LocalDate): Promise<Post | undefined> {
  const { rows } = await sql<Post>`${posts(today)} where p.id = ${id}`.execute(db)
  return rows[0]
}

export type BodyChoice = { id: string; slug: string; name: LocalText; kind: BodyKind }

/** For choosing in a form: bodies that are at work. */
export async function listBodyChoices(db: Db): Promise<BodyChoice[]> {
  return db
    .selectFrom('people_bodies')
    .select(['id', 'slug', 'name'])
    .select((eb) => eb.ref('kind').$castTo<BodyKind>().as('kind'))
    .where('dissolved_on', 'is', null)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('slug')
    .limit(500)
    .execute()
}

export type Party = {
  id: string
  what: 'post' | 'body'
  slug: string
  title: LocalText
  aliases: string[]
  path: string
}

/** Everything that a document may name as responsible: posts and bodies at work. */
export async function listParties(db: Db): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select p.id, 'post' as what, p.slug, p.title, p.aliases, '/kogud/' || b.slug as path
    from people_posts p join people_bodies b on b.id = p.body_id
    where p.closed_on is null and b.dissolved_on is null
    union all
    select b.id, 'body', b.slug, b.name, b.aliases, '/kogud/' || b.slug from people_bodies b
    where b.dissolved_on is null
    limit 5000`.execute(db)
  return rows
}

export type SettlementBody = {
  slug: string
  name: LocalText
  kind: BodyKind
  elders: { givenName: string; familyName: string; slug: string | null; title: LocalText; fromDate: LocalDate }[]
}

/** Bodies of one settlement, with its elder where one is in office. */
export async function listBodiesOfSettlement(db: Db, ehak: string, today: LocalDate): Promise<SettlementBody[]> {
  const { rows } = await sql<SettlementBody>`
    select b.slug, b.name, b.kind, coalesce((
      select jsonb_agg(jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name, 'slug', p.slug,
        'title', o.title, 'fromDate', m.from_date))
      from people_memberships m
      join people_posts o on o.id = m.post_id and 'villageElder' = any(o.roles)
      join people_persons p on p.id = m.person_id
      where m.body_id = b.id and ${inForceOn(today)}), '[]') as elders
    from people_bodies b
    where b.settlement_ehak = ${ehak} and b.dissolved_on is null
    order by b.kind, b.position, b.slug limit 200`.execute(db)
  return rows
}
