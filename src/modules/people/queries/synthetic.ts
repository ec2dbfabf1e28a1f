import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'

export type SyntheticPersonRow = { id: string; slug: string | null; given: string; family: string; born: LocalDate }
export type SyntheticBodyRow = {
  id: string
  slug: string
  name: { et: string }
  description: object
  founded: LocalDate
}
export type SyntheticPostRow = { id: string; body: string; slug: string; title: { et: string }; position: number }
export type SyntheticMembershipRow = {
  id: string
  person: string
  body: string
  post: string | null
  from: LocalDate
  until: LocalDate | null
  because: string | null
}

/** Invented persons without a personal code: nobody can sign in as one of them. */
export async function insertSyntheticPersons(db: Db, rows: string, now: Date): Promise<void> {
  await sql`insert into people_persons (id, slug, given_name, family_name, birth_date, synthetic, created_at)
    select id, slug, given, family, born, true, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, slug text, given text, family text, born date)`.execute(db)
}

export async function insertSyntheticBodies(db: Db, rows: string, now: Date): Promise<void> {
  await sql`insert into people_bodies (id, slug, name, kind, description, founded_on, position, created_at)
    select id, slug, name, 'association', description, founded, 900, ${now}
    from jsonb_to_recordset(${rows}::jsonb)
      as r(id uuid, slug text, name jsonb, description jsonb, founded date)`.execute(db)
}

export async function insertSyntheticPosts(db: Db, rows: string): Promise<void> {
  await sql`insert into people_posts (id, body_id, slug, title, position)
    select id, body, slug, title, position
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, body uuid, slug text, title jsonb, position int)`.execute(db)
}

export async function insertSyntheticMemberships(db: Db, rows: string, now: Date): Promise<void> {
  await sql`insert into people_memberships
      (id, person_id, body_id, post_id, from_date, until_date, ended_because, created_at)
    select id, person, body, post, "from", until, because, ${now}
    from jsonb_to_recordset(${rows}::jsonb)
      as r(id uuid, person uuid, body uuid, post uuid, "from" date, until date, because text)`.execute(db)
}

/** Residents per settlement as registered; every settlement is there. */
export async function listSettlementShares(db: Db): Promise<{ ehak: string; residents: number }[]> {
  const { rows } = await sql<{ ehak: string; residents: number }>`
    select s.ehak, (select count(*)::int from people_residents r where r.settlement_ehak = s.ehak) as residents
    from places_settlements s order by s.ehak limit 5000`.execute(db)
  return rows
}

type Residents = { from: number; until: number; seed: number; places: readonly string[]; today: LocalDate; now: Date }

/** Made in the database from the hash of a number; the key is of no personal code, so it fits no real person. */
export async function insertSyntheticResidents(db: Db, { from, until, seed, places, today, now }: Residents) {
  await sql`
    insert into people_residents (code_index, birth_date, settlement_ehak, citizenship, synthetic, imported_at)
    select h, ${today}::date - (get_byte(h, 0) * 256 + get_byte(h, 1)) % 33600,
      (${[...places]}::text[])[1 + get_byte(h, 2) % ${places.length}::int],
      case when get_byte(h, 3) < 225 then 'EE' when get_byte(h, 3) < 233 then 'EU'
        when get_byte(h, 3) < 244 then 'other' else 'undetermined' end,
      true, ${now}
    from (select sha256(convert_to('synthetic resident ' || ${seed}::int || ' ' || number, 'UTF8')) as h
      from generate_series(${from}::int, ${until}::int) as number) as made`.execute(db)
}

/** Persons of the load who are not in public life, as authors and readers. */
export async function listSyntheticAccounts(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people_persons where synthetic and code_index is null and slug is null
    order by family_name collate "C", id`.execute(db)
  return rows.map(({ id }) => id)
}
