import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import { inheritRestrictions } from '../restrictions/queries.ts'
import type { ItemVisibility, MeetingKind, MeetingState } from '../rules.ts'

/** One station of a matter: an item of a meeting, and how it ended there. */
export type Station = {
  itemId: string
  title: string
  visibility: ItemVisibility
  number: number
  startsAt: Date
  state: MeetingState
  kind: MeetingKind
  sessionNo: number | null
  body: { id: string; slug: string; name: LocalText; kind: string; seats: number | null }
  /** The last stated result; null where nothing was stated. */
  outcome: string | null
  isAnnounced: boolean
}

const longest = 20

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The items of a matter at all its stations, the asked one included; none of what was added in a meeting. */
export async function listItemsOfMatter(db: Db, itemId: string): Promise<{ meetingId: string; itemId: string }[]> {
  if (!uuid.test(itemId)) return []
  const { rows } = await sql<{ meetingId: string; itemId: string }>`
    with recursive matter as (
      select ${itemId}::uuid as id
      union select case when p.item_id = m.id then p.from_item else p.item_id end
        from matter m join meetings_passings p on p.item_id = m.id or p.from_item = m.id
    )
    select i.meeting_id as "meetingId", i.id::text as "itemId" from matter join meetings_items i on i.id = matter.id
    order by i.id limit 200`.execute(db)
  return rows
}

/** The whole way of a matter, from its first item to its last, whichever of them is asked about. */
export async function listStations(db: Db, itemId: string): Promise<Station[]> {
  const { rows } = await sql<Station>`
    with recursive back as (
      select ${itemId}::uuid as id, 0 as depth
      union all select p.from_item, b.depth + 1 from back b join meetings_passings p on p.item_id = b.id
        where b.depth < ${longest}
    ), way as (
      select id, 0 as depth from back where depth = (select max(depth) from back)
      union all select p.item_id, w.depth + 1 from way w join meetings_passings p on p.from_item = w.id
        where w.depth < ${longest}
    )
    select i.id as "itemId", i.title, i.visibility, m.number, m.starts_at as "startsAt", m.state, m.kind,
      m.session_no as "sessionNo",
      jsonb_build_object('id', b.id, 'slug', b.slug, 'name', b.name, 'kind', b.kind, 'seats', b.seats) as body,
      (select v.outcome from meetings_votes v where v.meeting_id = m.id and v.item_id = i.id::text and v.state = 'stated'
        order by v.position desc limit 1) as outcome,
      m.announced_at is not null as "isAnnounced"
    from (select id, min(depth) as depth from way group by id) w
    join meetings_items i on i.id = w.id
    join meetings_meetings m on m.id = i.meeting_id
    join people_bodies b on b.id = m.body_id
    order by w.depth, m.starts_at, i.position limit 50`.execute(db)
  return rows
}

export type Target = { number: number; startsAt: Date; body: LocalText }

/** Meetings that can still take a matter: planned, not called yet. */
export async function listTargets(db: Db, now: Date, except: string): Promise<Target[]> {
  const rows = await db
    .selectFrom('meetings_meetings as m')
    .innerJoin('people_bodies as b', 'b.id', 'm.body_id')
    .select(['m.number', 'm.starts_at as startsAt', 'b.name as body'])
    .where('m.state', 'in', ['draft', 'announced'])
    .where('m.starts_at', '>', now)
    .where('m.id', '<>', except)
    .orderBy('m.starts_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, body: row.body as LocalText }))
}

export async function insertPassing(db: Db, itemId: string, fromItem: string, now: Date): Promise<void> {
  await db.insertInto('meetings_passings').values({ item_id: itemId, from_item: fromItem, passed_at: now }).execute()
  await inheritRestrictions(db, itemId, fromItem)
}
