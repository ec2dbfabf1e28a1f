import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import { inForceOn } from './in-force.ts'
import type { NewMembership } from './memberships.ts'

export async function listBodyIds(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('people_bodies').select(['slug', 'id']).execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

export async function listPostIds(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('people_posts').select(['slug', 'id']).execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

export async function listPostSlugs(db: Db): Promise<Set<string>> {
  return new Set((await listPostIds(db)).keys())
}

export type DemoRow = {
  id: string
  slug: string | null
  givenName: string
  familyName: string
  birthDate: string
  codeIndex: Buffer
  codeSealed: Buffer
  email: string | null
}

export async function insertDemoPersons(db: Db, persons: readonly DemoRow[], now: Date): Promise<void> {
  await db
    .insertInto('people_persons')
    .values(
      persons.map((person) => ({
        id: person.id,
        slug: person.slug,
        given_name: person.givenName,
        family_name: person.familyName,
        birth_date: person.birthDate,
        code_index: person.codeIndex,
        code_sealed: person.codeSealed,
        email: person.email,
        synthetic: true,
        created_at: now,
      })),
    )
    .execute()
}

export type DemoMembership = NewMembership & { id: string; endedBecause: string | null }

export async function insertDemoMemberships(db: Db, rows: readonly DemoMembership[], now: Date): Promise<void> {
  await db
    .insertInto('people_memberships')
    .values(
      rows.map((row) => ({
        id: row.id,
        replaces: row.replaces ?? null,
        person_id: row.personId,
        body_id: row.bodyId,
        post_id: row.postId,
        on_behalf_of: row.onBehalfOf,
        from_date: row.fromDate,
        until_date: row.untilDate,
        ended_because: row.endedBecause,
        created_at: now,
      })),
    )
    .execute()
}

export type SyntheticPerson = {
  codeSealed: Buffer
  givenName: string
  familyName: string
  /** Never in public life: as such a person one signs in as a plain resident. */
  isPlain: boolean
  seats: { title: LocalText; roles: string[] }[]
}

/** Invented persons with what they hold today. Only the demo asks; persons of a synthetic load have no code. */
export async function listSyntheticPersons(db: Db, today: string): Promise<SyntheticPerson[]> {
  const { rows } = await sql<SyntheticPerson>`
    select p.code_sealed as "codeSealed", p.given_name as "givenName", p.family_name as "familyName",
      p.slug is null as "isPlain", coalesce((
      select jsonb_agg(jsonb_build_object('title', coalesce(o.title, b.name),
        'roles', b.member_roles || coalesce(o.roles, '{}')) order by o.position nulls last, b.position)
      from people_memberships m join people_bodies b on b.id = m.body_id left join people_posts o on o.id = m.post_id
      where m.person_id = p.id and ${inForceOn(today)}), '[]') as seats
    from people_persons p where p.synthetic and p.code_sealed is not null order by p.sort_name collate "C", p.id limit 1000`.execute(
    db,
  )
  return rows
}
