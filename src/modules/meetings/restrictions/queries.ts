import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'

/** Why the materials of an item are not for everybody, and until when. */
export type Withheld = { basis: string; from: LocalDate; until: LocalDate }
export type WithheldItems = ReadonlyMap<string, Withheld>

/** Whether restriction `r` holds on a day. Over by its day alone, whether or not anybody has looked (AvTS § 42). */
const holds = (today: LocalDate) =>
  sql<boolean>`(r.from_date <= ${today} and r.until_date >= ${today} and (r.lifted_on is null or r.lifted_on > ${today}))`

/** Whether the materials of the item with this id are withheld from everybody on a day. */
export const isWithheld = (itemId: RawBuilder<unknown>, today: LocalDate) =>
  sql<boolean>`exists (select from meetings_item_restrictions r where r.item_id = ${itemId}::text and ${holds(today)})`

/**
 * What a kept vote `v` of meeting `v.meeting_id` was asked about, in the words in which it was put; empty while the
 * materials of one of its items are withheld. Of a vote on several items only the first is kept by its id.
 */
export const questionOfVote = (today: LocalDate) =>
  sql<string>`case when exists (select from meetings_item_restrictions r where r.meeting_id = v.meeting_id
    and (r.item_id = v.item_id or position('; ' in v.about) > 0) and ${holds(today)}) then '' else v.question end`

/** „AvTS § 35 lg 1 p 12, 2026-11-23–2028-01-01” of the item with this id; null where nothing is withheld. */
export const whyWithheld = (itemId: RawBuilder<unknown>, today: LocalDate) =>
  sql<string | null>`(select r.basis || ', ' || r.from_date || '–' || r.until_date from meetings_item_restrictions r
    where r.item_id = ${itemId}::text and ${holds(today)} order by r.until_date desc limit 1)`

/** Items of a meeting whose materials are withheld from everybody on a day; of several restrictions the longest. */
export async function listWithheld(db: Db, meetingId: string, today: LocalDate): Promise<WithheldItems> {
  const { rows } = await sql<Withheld & { item: string }>`
    select r.item_id as item, r.basis, r.from_date as from, r.until_date as until from meetings_item_restrictions r
    where r.meeting_id = ${meetingId} and ${holds(today)} order by r.until_date`.execute(db)
  return new Map(rows.map(({ item, ...withheld }) => [item, withheld]))
}

/** How often materials of a meeting were withheld or opened: grows with each time. */
export async function countChanges(db: Db, meetingId: string): Promise<number> {
  const { rows } = await sql<{ changes: number }>`
    select (count(*) + count(r.lifted_on))::int as changes from meetings_item_restrictions r
    where r.meeting_id = ${meetingId}`.execute(db)
  return rows[0]?.changes ?? 0
}

export type NewRestriction = Withheld & { source: string }

/** Withholds the materials of an item; once per source. */
export async function insertRestriction(
  db: Db,
  { meetingId, itemId }: { meetingId: string; itemId: string },
  { source, basis, from, until }: NewRestriction,
): Promise<void> {
  await db
    .insertInto('meetings_item_restrictions')
    .values({ meeting_id: meetingId, item_id: itemId, source, basis, from_date: from, until_date: until })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was passed on from an item is withheld like the item. */
export async function inheritRestrictions(db: Db, itemId: string, fromItem: string): Promise<void> {
  await sql`insert into meetings_item_restrictions (meeting_id, item_id, source, basis, from_date, until_date, lifted_on)
    select i.meeting_id, i.id::text, r.source, r.basis, r.from_date, r.until_date, r.lifted_on
    from meetings_item_restrictions r join meetings_items i on i.id = ${itemId}
    where r.item_id = ${fromItem} on conflict do nothing`.execute(db)
}

/** Ends what this source has withheld from a day on. */
export async function liftRestrictions(db: Db, source: string, on: LocalDate): Promise<void> {
  await db
    .updateTable('meetings_item_restrictions')
    .set({ lifted_on: on })
    .where('source', '=', source)
    .where('lifted_on', 'is', null)
    .execute()
}

/** Meetings of which this source has withheld something. */
export async function listMeetingsOf(db: Db, source: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meetings_item_restrictions')
    .select('meeting_id')
    .distinct()
    .where('source', '=', source)
    .execute()
  return rows.map((row) => row.meeting_id)
}
