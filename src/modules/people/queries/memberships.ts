import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { SuspensionGround } from '../mandates/rules.ts'
import type { Sitting } from '../rules.ts'
import type { BodyLink } from './bodies.ts'
import { factionOn, inForceOn, suspensionsOf } from './in-force.ts'

export type Member = {
  id: string
  personId: string
  givenName: string
  familyName: string
  slug: string | null
  postId: string | null
  behalf: BodyLink | null
  fromDate: LocalDate
  untilDate: LocalDate | null
  endedBecause: string | null
  votingRight: boolean
  suspensions: readonly Suspension[]
  /** On the day that was asked about. */
  faction: (BodyLink & { id: string }) | null
  /** Whose seat it is that a substitute member holds. */
  replaces: PersonLink | null
}
export type Suspension = { id: string; fromDate: LocalDate; untilDate: LocalDate | null; ground: SuspensionGround }
type PersonLink = { slug: string | null; givenName: string; familyName: string }

/** Who sits or sat in a body: those of today first, then the newest of the past. Those to come only for officials. */
export async function listMembersOf(db: Db, bodyId: string, today: LocalDate, withComing = false): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.id, m.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.slug,
      m.post_id as "postId", m.from_date as "fromDate", m.until_date as "untilDate", m.ended_because as "endedBecause",
      m.voting_right as "votingRight", ${suspensionsOf} as suspensions, ${factionOn(sql`${today}::date`)} as faction,
      (select jsonb_build_object('slug', q.slug, 'givenName', q.given_name, 'familyName', q.family_name)
        from people_memberships r join people_persons q on q.id = r.person_id where r.id = m.replaces) as replaces,
      case when o.id is null then null else jsonb_build_object('slug', o.slug, 'name', o.name) end as behalf
    from people_memberships m
    join people_persons p on p.id = m.person_id
    left join people_bodies o on o.id = m.on_behalf_of
    where m.body_id = ${bodyId} and (${withComing} or m.from_date <= ${today})
    order by (m.until_date is null or m.until_date >= ${today}) desc,
      case when m.until_date < ${today} then m.until_date end desc, p.sort_name collate "C", p.id
    limit 700`.execute(db)
  return rows
}

export type HeldMembership = {
  body: BodyLink
  post: { slug: string; title: LocalText } | null
  behalf: BodyLink | null
  fromDate: LocalDate
  untilDate: LocalDate | null
  suspensions?: readonly Suspension[]
}

/** What a person holds and held, newest first. */
export async function listMembershipsOf(db: Db, personId: string, today: LocalDate): Promise<HeldMembership[]> {
  const { rows } = await sql<HeldMembership>`
    select jsonb_build_object('slug', b.slug, 'name', b.name) as body,
      case when o.id is null then null else jsonb_build_object('slug', o.slug, 'title', o.title) end as post,
      case when f.id is null then null else jsonb_build_object('slug', f.slug, 'name', f.name) end as behalf,
      m.from_date as "fromDate", m.until_date as "untilDate", ${suspensionsOf} as suspensions
    from people_memberships m
    join people_bodies b on b.id = m.body_id
    left join people_posts o on o.id = m.post_id
    left join people_bodies f on f.id = m.on_behalf_of
    where m.person_id = ${personId} and m.from_date <= ${today}
    order by m.until_date desc nulls first, m.from_date desc, b.slug limit 300`.execute(db)
  return rows
}

export async function listSittings(db: Db, seat: { bodyId: string } | { postId: string }): Promise<Sitting[]> {
  const where = 'bodyId' in seat ? sql`m.body_id = ${seat.bodyId}` : sql`m.post_id = ${seat.postId}`
  const { rows } = await sql<Sitting>`
    select m.person_id as "personId", m.from_date as "fromDate", m.until_date as "untilDate",
      ${suspensionsOf} as suspensions
    from people_memberships m where ${where}`.execute(db)
  return rows
}

export type NewMembership = {
  personId: string
  bodyId: string
  postId: string | null
  onBehalfOf: string | null
  fromDate: LocalDate
  untilDate: LocalDate | null
  votingRight?: boolean
  replaces?: string | null
}

export async function insertMembership(db: Db, membership: NewMembership, now: Date): Promise<string> {
  const { id } = await db
    .insertInto('people_memberships')
    .values({
      person_id: membership.personId,
      body_id: membership.bodyId,
      post_id: membership.postId,
      on_behalf_of: membership.onBehalfOf,
      from_date: membership.fromDate,
      until_date: membership.untilDate,
      voting_right: membership.votingRight ?? true,
      replaces: membership.replaces ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findMembership(db: Db, id: string) {
  return db
    .selectFrom('people_memberships as m')
    .innerJoin('people_persons as p', 'p.id', 'm.person_id')
    .innerJoin('people_bodies as b', 'b.id', 'm.body_id')
    .leftJoin('people_posts as o', 'o.id', 'm.post_id')
    .select(['m.id', 'm.body_id as bodyId', 'm.from_date as fromDate', 'm.until_date as untilDate'])
    .select(['p.id as personId', 'p.given_name as givenName', 'p.family_name as familyName'])
    .select(['b.slug as bodySlug', 'b.name as bodyName', 'o.title as postTitle'])
    .where('m.id', '=', id)
    .executeTakeFirst()
}

export async function updateMembershipEnd(db: Db, id: string, until: LocalDate, because: string): Promise<void> {
  await db
    .updateTable('people_memberships')
    .set({ until_date: until, ended_because: because })
    .where('id', '=', id)
    .execute()
}

/** Ends what goes on after the day in a body or post; what would only have begun after it is taken back. */
export async function endMemberships(
  db: Db,
  seat: { bodyId: string } | { postId: string },
  { on, because }: { on: LocalDate; because: string },
): Promise<number> {
  const where = 'bodyId' in seat ? sql`body_id = ${seat.bodyId}` : sql`post_id = ${seat.postId}`
  await sql`delete from people_memberships where ${where} and from_date > ${on}`.execute(db)
  const { numAffectedRows } = await sql`
    update people_memberships set until_date = ${on}, ended_because = ${because}
    where ${where} and (until_date is null or until_date > ${on})`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Bodies for which a person may act on the day. */
export async function listRepresented(
  db: Db,
  personId: string,
  today: LocalDate,
): Promise<{ id: string; name: LocalText }[]> {
  const { rows } = await sql<{ id: string; name: LocalText }>`
    select distinct b.id, b.name, b.slug from people_memberships m
    join people_bodies b on b.id = m.body_id join people_posts o on o.id = m.post_id
    where m.person_id = ${personId} and ${inForceOn(today)} and o.represents order by b.slug limit 100`.execute(db)
  return rows
}

const mostHolders = 500

/** Persons who hold one of the posts on the day, or who represent one of the bodies. */
export async function listHolders(
  db: Db,
  owners: { postIds: readonly string[]; bodyIds: readonly string[] },
  today: LocalDate,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.person_id as id from people_memberships m left join people_posts o on o.id = m.post_id
    where ${inForceOn(today)} and (m.post_id = any(${[...owners.postIds]}::uuid[])
      or (m.body_id = any(${[...owners.bodyIds]}::uuid[]) and o.represents)) limit ${mostHolders}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Persons who have a role on the day, by a post, a membership or a grant. */
export async function listPersonsInRole(db: Db, role: string, today: LocalDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.person_id as id from people_memberships m join people_bodies b on b.id = m.body_id
      left join people_posts o on o.id = m.post_id
      where ${inForceOn(today)} and (${role} = any(o.roles) or ${role} = any(b.member_roles))
    union select p.id from people_granted_roles g join people_persons p on p.code_index = g.code_index
      where g.role = ${role} limit ${mostHolders}`.execute(db)
  return rows.map(({ id }) => id)
}
