import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import type { FollowHow, How } from '../rules.ts'

export type Follower = { personId: string } | { addressId: string }
export type Follow = { id: string; path: string; how: FollowHow; since: Date }

const idsOf = (who: Follower) => ({
  personId: 'personId' in who ? who.personId : null,
  addressId: 'addressId' in who ? who.addressId : null,
})

/** Begins to follow, or changes how often. */
export async function upsertFollow(
  db: Db,
  who: Follower,
  follow: { path: string; everything: boolean; how: FollowHow; now: Date },
): Promise<void> {
  const { personId, addressId } = idsOf(who)
  await sql`insert into notifications_follows (person_id, address_id, path, everything, how, since)
    values (${personId}, ${addressId}, ${follow.path}, ${follow.everything}, ${follow.how}, ${follow.now})
    on conflict on constraint notifications_follows_once do update set how = excluded.how, carried_from = '{}'`.execute(
    db,
  )
}

export async function findFollow(db: Db, who: Follower, path: string): Promise<Follow | undefined> {
  const { personId, addressId } = idsOf(who)
  const { rows } = await sql<Follow>`select id, path, how, since from notifications_follows
    where path = ${path} and person_id is not distinct from ${personId}
      and address_id is not distinct from ${addressId}`.execute(db)
  return rows[0]
}

export async function listFollows(db: Db, who: Follower): Promise<Follow[]> {
  const { personId, addressId } = idsOf(who)
  const { rows } = await sql<Follow>`select id, path, how, since from notifications_follows
    where person_id = ${personId} or address_id = ${addressId} order by since, id limit 500`.execute(db)
  return rows
}

export async function countFollows(db: Db, who: Follower): Promise<number> {
  const { personId, addressId } = idsOf(who)
  const { rows } = await sql<{ count: number }>`select count(*) from notifications_follows
    where person_id = ${personId} or address_id = ${addressId}`.execute(db)
  return Number(rows[0]!.count)
}

export async function updateFollowHow(db: Db, who: Follower, id: string, how: FollowHow): Promise<void> {
  const { personId, addressId } = idsOf(who)
  await sql`update notifications_follows set how = ${how}
    where id = ${id} and (person_id = ${personId} or address_id = ${addressId})`.execute(db)
}

/** All of them without an id; answers how many ended. */
export async function deleteFollows(db: Db, who: Follower, id: string | null): Promise<number> {
  const { personId, addressId } = idsOf(who)
  const { rows } = await sql`delete from notifications_follows
    where (${id}::uuid is null or id = ${id}::uuid) and (person_id = ${personId} or address_id = ${addressId})
    returning id`.execute(db)
  return rows.length
}

/** Those whom a complaint or a click on a digest reaches. */
export async function deleteFollowsByHow(db: Db, who: Follower, how: FollowHow): Promise<void> {
  const { personId, addressId } = idsOf(who)
  await sql`delete from notifications_follows
    where how = ${how} and (person_id = ${personId} or address_id = ${addressId})`.execute(db)
}

export type Hearer = {
  followId: string
  path: string
  how: FollowHow
  personId: string | null
  /** Where letters may go; null for a person without a confirmed address. */
  addressId: string | null
  language: Language
}

/** Everybody who follows one of the pages or everything, once each: by the nearest page. */
export async function listHearers(db: Db, paths: readonly string[]): Promise<Hearer[]> {
  const { rows } = await sql<Hearer>`
    select distinct on (f.person_id, f.address_id) f.id as "followId", f.path, f.how, f.person_id as "personId",
      case when a.confirmed_at is not null then a.id end as "addressId", coalesce(a.language, 'et') as language
    from notifications_follows f
    left join notifications_addresses a on a.id = f.address_id or a.person_id = f.person_id
    where f.path = any(${[...paths]}::text[]) or f.everything
    order by f.person_id, f.address_id, f.everything, length(f.path) desc`.execute(db)
  return rows
}

export type Preference = { personId: string; kind: string; how: How }

export async function listPreferences(db: Db, personIds: readonly string[], kind?: string): Promise<Preference[]> {
  const { rows } = await sql<Preference>`select person_id as "personId", kind, how from notifications_preferences
    where person_id = any(${[...personIds]}::uuid[]) and (${kind ?? null}::text is null or kind = ${kind ?? null})`.execute(
    db,
  )
  return rows
}

export async function upsertPreference(db: Db, personId: string, kind: string, how: How): Promise<void> {
  await sql`insert into notifications_preferences (person_id, kind, how) values (${personId}, ${kind}, ${how})
    on conflict on constraint notifications_preferences_pkey do update set how = excluded.how`.execute(db)
}
