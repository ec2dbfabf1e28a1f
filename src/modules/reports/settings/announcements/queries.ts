import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { Settlement } from '#modules/places/index.ts'

export type Announcement = {
  id: string
  text: LocalText
  settlement: Pick<Settlement, 'ehak' | 'name' | 'kind'> | null
  from: Date
  until: Date
}
export type ListedAnnouncement = Announcement & { by: string; hasEnded: boolean }

const columns = sql`a.id, a.text, a.shown_from as "from", a.shown_until as until,
  case when s.ehak is null then null else jsonb_build_object('ehak', s.ehak, 'name', s.name, 'kind', s.kind) end
    as settlement`
const tables = sql`reports_announcements a left join places_settlements s on s.ehak = a.settlement_ehak`

/** What is to be read now, everywhere first. */
export async function listShown(db: Db, now: Date): Promise<Announcement[]> {
  const { rows } = await sql<Announcement>`select ${columns} from ${tables}
    where a.ended_at is null and a.shown_from <= ${now} and a.shown_until > ${now}
    order by a.settlement_ehak nulls first, a.shown_from desc limit 50`.execute(db)
  return rows
}

export async function listAnnouncements(db: Db): Promise<ListedAnnouncement[]> {
  const { rows } = await sql<ListedAnnouncement>`select ${columns}, a.ended_at is not null as "hasEnded",
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), '–') as by
    from ${tables} join people_persons p on p.id = a.by_person order by a.created_at desc limit 100`.execute(db)
  return rows
}

/** The instants of two local times, as `datetime-local` writes them. */
export async function instantsOf(
  db: Db,
  zone: string,
  from: string,
  until: string,
): Promise<{ from: Date; until: Date }> {
  const { rows } = await sql<{ from: Date; until: Date }>`select ${from}::timestamp at time zone ${zone} as "from",
    ${until}::timestamp at time zone ${zone} as until`.execute(db)
  return rows[0]!
}

type NewAnnouncement = { text: LocalText; settlement: string | null; from: Date; until: Date; by: string; now: Date }

export async function insertAnnouncement(db: Db, one: NewAnnouncement): Promise<string> {
  const { id } = await db
    .insertInto('reports_announcements')
    .values({
      text: JSON.stringify(one.text),
      settlement_ehak: one.settlement,
      shown_from: one.from,
      shown_until: one.until,
      created_at: one.now,
      by_person: one.by,
      began_at: one.from <= one.now ? one.now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Answers whether it was still to be ended. */
export async function endAnnouncement(db: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reports_announcements')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Turned = { id: string; what: 'begun' | 'over'; settlement: string | null }

/** Those whose beginning or end has come since somebody last looked; from now on they are looked at. */
export async function turnAnnouncements(db: Db, now: Date): Promise<Turned[]> {
  const { rows } = await sql<Turned>`with begun as (update reports_announcements set began_at = ${now}
      where ended_at is null and began_at is null and shown_from <= ${now} and shown_until > ${now}
      returning id, settlement_ehak),
    over as (update reports_announcements set ended_at = ${now}, began_at = coalesce(began_at, ${now})
      where ended_at is null and shown_until <= ${now} returning id, settlement_ehak)
    select id, 'begun' as what, settlement_ehak as settlement from begun
    union all select id, 'over', settlement_ehak from over`.execute(db)
  return rows
}
