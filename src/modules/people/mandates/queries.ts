import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { factionOn, suspensionsOf } from '../queries/in-force.ts'
import type { Suspension } from '../queries/memberships.ts'
import type { BodyKind, Stretch } from '../rules.ts'
import type { HeldSeat, ListedSubstitute, SubstituteSeat, SuspensionGround } from './rules.ts'

export type Mandate = Stretch & {
  id: string
  personId: string
  givenName: string
  familyName: string
  bodyId: string
  bodySlug: string
  bodyName: LocalText
  bodyKind: BodyKind
  postId: string | null
  postTitle: LocalText | null
  onBehalfOf: string | null
  votingRight: boolean
  replaces: string | null
  replacedName: string | null
  suspensions: Suspension[]
  faction: { id: string; slug: string; name: LocalText } | null
  factions: { id: string; name: LocalText }[]
  substitutes: (SubstituteSeat & { name: string })[]
}

/** A membership with everything that decides what it gives: suspensions, who sits for it, its faction on the day. */
export async function findMandate(db: Db, id: string, today: LocalDate): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`
    select m.id, m.from_date as "fromDate", m.until_date as "untilDate", m.person_id as "personId",
      p.given_name as "givenName", p.family_name as "familyName", m.body_id as "bodyId", b.slug as "bodySlug",
      b.name as "bodyName", b.kind as "bodyKind", m.post_id as "postId", o.title as "postTitle",
      m.on_behalf_of as "onBehalfOf", m.voting_right as "votingRight", m.replaces,
      (select q.given_name || ' ' || q.family_name from people_memberships r
        join people_persons q on q.id = r.person_id where r.id = m.replaces) as "replacedName",
      ${suspensionsOf} as suspensions, ${factionOn(sql`${today}::date`)} as faction,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.position, f.slug)
        from people_bodies f where f.parent_id = m.body_id and f.kind = 'faction' and f.dissolved_on is null), '[]')
        as factions,
      coalesce((select jsonb_agg(jsonb_build_object('membershipId', s.id, 'replaces', s.replaces,
          'fromDate', s.from_date, 'untilDate', s.until_date, 'name', q.given_name || ' ' || q.family_name,
          'listName', (select l.list_name from people_substitutes l where l.membership_id = s.id limit 1))
          order by s.from_date)
        from people_memberships s join people_persons q on q.id = s.person_id
        join people_memberships own on own.id = s.replaces
        where own.person_id = m.person_id and own.body_id = m.body_id), '[]') as substitutes
    from people_memberships m
    join people_persons p on p.id = m.person_id
    join people_bodies b on b.id = m.body_id
    left join people_posts o on o.id = m.post_id
    where m.id = ${id}`.execute(db)
  return rows[0]
}

export async function insertSuspension(
  db: Db,
  mandate: Pick<Mandate, 'id' | 'personId' | 'bodyId'>,
  { fromDate, untilDate, ground }: Stretch & { ground: SuspensionGround },
  now: Date,
): Promise<void> {
  await db
    .insertInto('people_mandate_suspensions')
    .values({
      membership_id: mandate.id,
      person_id: mandate.personId,
      body_id: mandate.bodyId,
      from_date: fromDate,
      until_date: untilDate,
      ground,
      created_at: now,
    })
    .execute()
}

export async function findSuspension(
  db: Db,
  id: string,
): Promise<(Stretch & { id: string; membershipId: string; bodyId: string; ground: SuspensionGround }) | undefined> {
  const row = await db
    .selectFrom('people_mandate_suspensions')
    .select(['id', 'membership_id as membershipId', 'body_id as bodyId', 'ground'])
    .select(['from_date as fromDate', 'until_date as untilDate'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, ground: row.ground as SuspensionGround }
}

export async function updateSuspensionEnd(db: Db, id: string, untilDate: LocalDate): Promise<void> {
  await db.updateTable('people_mandate_suspensions').set({ until_date: untilDate }).where('id', '=', id).execute()
}

/** What a person holds of the seats of a body, one after another; posts apart. */
export async function listSeatsOf(
  db: Db,
  { personId, bodyId }: { personId: string; bodyId: string },
): Promise<HeldSeat[]> {
  return db
    .selectFrom('people_memberships')
    .select(['from_date as fromDate', 'until_date as untilDate', 'ended_because as endedBecause'])
    .where('person_id', '=', personId)
    .where('body_id', '=', bodyId)
    .where('post_id', 'is', null)
    .execute()
}

/** What rests of a person's seat in a body rests no longer than the seat: what would begin later is taken back. */
export async function endSuspensionsWith(
  db: Db,
  { personId, bodyId, on }: { personId: string; bodyId: string; on: LocalDate },
): Promise<void> {
  const own = sql`s.person_id = ${personId} and s.body_id = ${bodyId} and m.id = s.membership_id
    and m.from_date <= ${on}`
  await sql`delete from people_mandate_suspensions s using people_memberships m where ${own} and s.from_date > ${on}`.execute(
    db,
  )
  await sql`update people_mandate_suspensions s set until_date = ${on} from people_memberships m
    where ${own} and (s.until_date is null or s.until_date > ${on})`.execute(db)
}

/** For whom a substitute sits from now on. */
export async function updateSubstituteFor(db: Db, membershipId: string, replaces: string): Promise<void> {
  await db.updateTable('people_memberships').set({ replaces }).where('id', '=', membershipId).execute()
}

/** The last day of a membership, where the day that was planned may also be put off. */
export async function updateSeatEnd(db: Db, membershipId: string, untilDate: LocalDate | null): Promise<void> {
  await db.updateTable('people_memberships').set({ until_date: untilDate }).where('id', '=', membershipId).execute()
}

/** Seats of a body that substitutes hold or held. */
export async function listSubstituteSeats(db: Db, bodyId: string): Promise<SubstituteSeat[]> {
  const { rows } = await sql<SubstituteSeat>`
    select s.id as "membershipId", s.replaces, s.from_date as "fromDate", s.until_date as "untilDate",
      (select l.list_name from people_substitutes l where l.membership_id = s.id limit 1) as "listName"
    from people_memberships s where s.body_id = ${bodyId} and s.replaces is not null limit 1000`.execute(db)
  return rows
}

export type Substitute = ListedSubstitute & {
  composition: number
  givenName: string
  familyName: string
  offeredOn: LocalDate | null
  acceptedOn: LocalDate | null
}

/** Substitutes of the newest composition of a body, by list and place. */
export async function listSubstitutes(db: Db, bodyId: string): Promise<Substitute[]> {
  const { rows } = await sql<Substitute>`
    select l.id, l.composition, l.list_name as "listName", l.place, l.person_id as "personId",
      p.given_name as "givenName", p.family_name as "familyName", l.offered_on as "offeredOn",
      l.accepted_on as "acceptedOn", l.declined_on as "declinedOn",
      case when m.id is null then null else jsonb_build_object('membershipId', m.id, 'fromDate', m.from_date,
        'untilDate', m.until_date) end as seat
    from people_substitutes l
    join people_persons p on p.id = l.person_id
    left join people_memberships m on m.id = l.membership_id
    where l.body_id = ${bodyId}
      and l.composition = (select max(composition) from people_substitutes where body_id = ${bodyId})
    order by l.list_name, l.place limit 1000`.execute(db)
  return rows
}

/** Persons who have a seat of the body on the day or will have one, be it suspended: they are no substitutes now. */
export async function listSeatedFrom(db: Db, bodyId: string, day: LocalDate): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from people_memberships
    where body_id = ${bodyId} and (until_date is null or until_date >= ${day})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export type NewSubstitute = {
  bodyId: string
  composition: number
  listName: string
  place: number
  personId: string
}

export async function insertSubstitute(db: Db, one: NewSubstitute, now: Date): Promise<string> {
  const { id } = await db
    .insertInto('people_substitutes')
    .values({
      body_id: one.bodyId,
      composition: one.composition,
      list_name: one.listName,
      place: one.place,
      person_id: one.personId,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findSubstitute(db: Db, id: string) {
  return db
    .selectFrom('people_substitutes as l')
    .innerJoin('people_bodies as b', 'b.id', 'l.body_id')
    .select(['l.id', 'l.body_id as bodyId', 'b.slug as bodySlug', 'b.name as bodyName'])
    .innerJoin('people_persons as p', 'p.id', 'l.person_id')
    .select(['p.given_name as givenName', 'p.family_name as familyName', 'l.list_name as listName'])
    .select(['l.offered_on as offeredOn', 'l.accepted_on as acceptedOn', 'l.declined_on as declinedOn'])
    .where('l.id', '=', id)
    .executeTakeFirst()
}

type Answered = { offeredOn: LocalDate | null; acceptedOn: LocalDate | null; declinedOn: LocalDate | null }

export async function updateAnswer(db: Db, id: string, answered: Answered): Promise<void> {
  const { offeredOn, acceptedOn, declinedOn } = answered
  await db
    .updateTable('people_substitutes')
    .set({ offered_on: offeredOn, accepted_on: acceptedOn, declined_on: declinedOn })
    .where('id', '=', id)
    .execute()
}

export async function updateSubstituteSeat(db: Db, id: string, membershipId: string): Promise<void> {
  await db.updateTable('people_substitutes').set({ membership_id: membershipId }).where('id', '=', id).execute()
}

/** The seat of a substitute goes on in another membership. */
export async function moveSubstituteSeat(db: Db, from: string, to: string): Promise<void> {
  await db.updateTable('people_substitutes').set({ membership_id: to }).where('membership_id', '=', from).execute()
}

/** Where a person stands in lists of substitutes, for that person. */
export async function listOwnPlaces(db: Db, personId: string) {
  return db
    .selectFrom('people_substitutes')
    .select(['composition', 'list_name as listName', 'place', 'offered_on as offeredOn'])
    .select(['accepted_on as acceptedOn', 'declined_on as declinedOn'])
    .where('person_id', '=', personId)
    .orderBy('composition')
    .execute()
}
