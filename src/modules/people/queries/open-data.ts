import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import { inForceOn, isPublicOn } from './in-force.ts'

const most = 20_000

export type OpenBody = {
  slug: string
  nimi: string
  liik: string
  kohti: number | null
  taidetud: number
  asutatud: LocalDate | null
  lopetatud: LocalDate | null
}

export async function listOpenBodies(db: Db, today: LocalDate): Promise<OpenBody[]> {
  const { rows } = await sql<OpenBody>`
    select b.slug, b.name->>'et' as nimi, b.kind as liik, b.seats as kohti, b.founded_on as asutatud,
      b.dissolved_on as lopetatud, (select count(distinct m.person_id)::int from people_memberships m
        where m.body_id = b.id and ${inForceOn(today)}) as taidetud
    from people_bodies b order by b.slug limit ${most}`.execute(db)
  return rows
}

export type OpenMembership = {
  slug: string
  nimi: string
  kogu: string
  amet: string | null
  alates: LocalDate
  kuni: LocalDate | null
}

/** Of those whom the public pages list on the day. */
export async function listOpenMemberships(db: Db, today: LocalDate): Promise<OpenMembership[]> {
  const { rows } = await sql<OpenMembership>`
    select p.slug, p.given_name || ' ' || p.family_name as nimi, b.name->>'et' as kogu, o.title->>'et' as amet,
      m.from_date as alates, m.until_date as kuni
    from people_persons p join people_memberships m on m.person_id = p.id
    join people_bodies b on b.id = m.body_id left join people_posts o on o.id = m.post_id
    where ${isPublicOn(today)} and m.from_date <= ${today}
    order by p.slug, m.from_date, b.slug limit ${most}`.execute(db)
  return rows
}

export async function listPagesOfPeople(db: Db, today: LocalDate): Promise<{ bodies: string[]; persons: string[] }> {
  const { rows } = await sql<{ bodies: string[]; persons: string[] }>`select
    array(select slug from people_bodies order by slug limit ${most}) as bodies,
    array(select p.slug from people_persons p where ${isPublicOn(today)} order by p.slug limit ${most}) as persons`.execute(
    db,
  )
  return rows[0]!
}
