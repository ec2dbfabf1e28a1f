import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { Settlement } from '#modules/places/index.ts'
import { foldForSearch } from '../rules.ts'
import type { HeldMembership } from './memberships.ts'
import { inForceOn, isPublicOn, suspensionsOf } from './in-force.ts'

export type ListedPerson = {
  slug: string
  givenName: string
  familyName: string
  posts: { title: LocalText; bodySlug: string }[]
}
export type PersonFilter = { search: string; bodySlug: string | null }

function matching(today: LocalDate, { search, bodySlug }: PersonFilter) {
  const pattern = `%${foldForSearch(search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const named = search === '' ? sql`true` : sql`p.search_name like ${pattern}`
  const seated =
    bodySlug === null
      ? sql`true`
      : sql`exists (select 1 from people_memberships m join people_bodies b on b.id = m.body_id
          where m.person_id = p.id and b.slug = ${bodySlug} and m.from_date <= ${today})`
  return sql`${isPublicOn(today)} and ${named} and ${seated}`
}

const personsPerPage = 50

/** Persons of public life in the order of the Estonian alphabet. `after` is the slug of the last one seen. */
export async function listPublicPersons(
  db: Db,
  today: LocalDate,
  filter: PersonFilter,
  after: string | null,
  limit = personsPerPage,
): Promise<{ persons: ListedPerson[]; hasMore: boolean }> {
  const { rows } = await sql<ListedPerson>`
    select p.slug, p.given_name as "givenName", p.family_name as "familyName", coalesce((
      select jsonb_agg(jsonb_build_object('title', coalesce(o.title, b.name), 'bodySlug', b.slug)
        order by o.position nulls last, b.kind, b.slug)
      from people_memberships m join people_bodies b on b.id = m.body_id left join people_posts o on o.id = m.post_id
      where m.person_id = p.id and ${inForceOn(today)}), '[]') as posts
    from people_persons p
    where ${matching(today, filter)} and (${after}::text is null or (p.sort_name collate "C", p.id) >
      (select last.sort_name collate "C", last.id from people_persons last where last.slug = ${after}))
    order by p.sort_name collate "C", p.id
    limit ${limit + 1}`.execute(db)
  return { persons: rows.slice(0, limit), hasMore: rows.length > limit }
}

export async function countPublicPersons(db: Db, today: LocalDate, filter: PersonFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from people_persons p where ${matching(today, filter)}`.execute(db)
  return rows[0]!.count
}

export type PublicPerson = { id: string; slug: string; givenName: string; familyName: string }

export async function findPublicPerson(db: Db, slug: string, today: LocalDate): Promise<PublicPerson | undefined> {
  const { rows } = await sql<PublicPerson>`
    select p.id, p.slug, p.given_name as "givenName", p.family_name as "familyName"
    from people_persons p where p.slug = ${slug} and ${isPublicOn(today)}`.execute(db)
  return rows[0]
}

export type KnownPerson = { id: string; slug: string | null; givenName: string; familyName: string }

const personColumns = ['id', 'slug', 'given_name as givenName', 'family_name as familyName'] as const

/** By exact code only: codes are never listed or searched. */
export async function findPersonByCode(db: Db, codeIndex: Buffer): Promise<KnownPerson | undefined> {
  return db.selectFrom('people_persons').select(personColumns).where('code_index', '=', codeIndex).executeTakeFirst()
}

export async function findPersonById(db: Db, id: string): Promise<KnownPerson | undefined> {
  return db.selectFrom('people_persons').select(personColumns).where('id', '=', id).executeTakeFirst()
}

export async function updatePersonSlug(db: Db, id: string, slug: string): Promise<void> {
  await db.updateTable('people_persons').set({ slug }).where('id', '=', id).execute()
}

type OwnMembership = HeldMembership & { bodyId: string; represents: boolean; roles: string[] }

export type OwnFacts = {
  givenName: string
  familyName: string
  slug: string | null
  codeSealed: Buffer | null
  birthDate: LocalDate | null
  email: string | null
  phone: string | null
  /** Where the residents register says that the person lives. */
  settlement: Pick<Settlement, 'ehak' | 'name' | 'kind'> | null
  grantedRoles: string[]
  memberships: OwnMembership[]
}

/** Everything kept of one person, for that person; with the name of the place, so that one question is enough. */
export async function findOwnFacts(db: Db, personId: string, today: LocalDate): Promise<OwnFacts | undefined> {
  const { rows } = await sql<OwnFacts>`
    select p.given_name as "givenName", p.family_name as "familyName", p.slug, p.code_sealed as "codeSealed",
      p.birth_date as "birthDate", p.email, p.phone,
      (select jsonb_build_object('ehak', s.ehak, 'name', s.name, 'kind', s.kind)
        from people_residents r join places_settlements s on s.ehak = r.settlement_ehak
        where r.code_index = p.code_index) as settlement,
      array(select g.role from people_granted_roles g where g.code_index = p.code_index order by 1) as "grantedRoles",
      coalesce((select jsonb_agg(jsonb_build_object(
          'body', jsonb_build_object('slug', b.slug, 'name', b.name), 'bodyId', b.id,
          'post', case when o.id is null then null else jsonb_build_object('slug', o.slug, 'title', o.title) end,
          'behalf', null, 'fromDate', m.from_date, 'untilDate', m.until_date, 'suspensions', ${suspensionsOf},
          'represents', coalesce(o.represents, false), 'roles', b.member_roles || coalesce(o.roles, '{}'))
          order by m.until_date desc nulls first, m.from_date desc, b.slug)
        from people_memberships m
        join people_bodies b on b.id = m.body_id
        left join people_posts o on o.id = m.post_id
        where m.person_id = p.id and m.from_date <= ${today}), '[]') as memberships
    from people_persons p where p.id = ${personId}`.execute(db)
  return rows[0]
}

export async function updateContacts(
  db: Db,
  personId: string,
  contacts: { email: string | null; phone: string | null },
): Promise<void> {
  await db.updateTable('people_persons').set(contacts).where('id', '=', personId).execute()
}

export async function insertGrantedRole(db: Db, codeIndex: Buffer, role: string, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('people_granted_roles')
    .values({ code_index: codeIndex, role, granted_at: now })
    .onConflict((conflict) => conflict.constraint('people_granted_roles_pkey').doNothing())
    .returning('role')
    .executeTakeFirst()
  return row !== undefined
}

/** Roles that posts and bodies carry already, so that a role of the site's own is known too. */
export async function listRolesInUse(db: Db): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`
    select distinct unnest(roles) as role from people_posts
    union select distinct unnest(member_roles) from people_bodies order by 1 limit 200`.execute(db)
  return rows.map(({ role }) => role)
}

/** Whether public pages tell of posts that the person held. */
export async function hasPublicPast(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from people_memberships where person_id = ${personId} limit 1`.execute(db)
  return rows.length > 0
}

/** Leaves of a person only the number that other rows point at; the name stays where it is public. */
export async function unlinkPerson(db: Db, personId: string, keepsName: boolean): Promise<void> {
  const nameless = keepsName ? {} : { given_name: '–', family_name: '–', slug: null }
  await db
    .updateTable('people_persons')
    .set({ ...nameless, code_index: null, code_sealed: null, birth_date: null, email: null, phone: null })
    .where('id', '=', personId)
    .execute()
}

/** Names by person, of those who act in public. */
export async function listNamesOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('people_persons')
    .select(['id', 'given_name', 'family_name'])
    .where('id', 'in', personIds)
    .execute()
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`]))
}
