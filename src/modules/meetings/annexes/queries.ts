import type { Db } from '#platform/database.ts'

export type Annex = {
  id: string
  itemId: string
  title: string
  addedAt: Date
  lateBecause: string
  /** Put up while its item was closed to the public. */
  wasClosed: boolean
  withdrawnAt: Date | null
  withdrawnBecause: string
}

/** Of these items, the oldest first. */
export async function listAnnexes(db: Db, itemIds: readonly string[]): Promise<Annex[]> {
  if (itemIds.length === 0) return []
  return db
    .selectFrom('meetings_annexes')
    .select(['id', 'item_id as itemId', 'title', 'added_at as addedAt', 'late_because as lateBecause'])
    .select('was_closed as wasClosed')
    .select(['withdrawn_at as withdrawnAt', 'withdrawn_because as withdrawnBecause'])
    .where('item_id', 'in', [...itemIds])
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

type NewAnnex = {
  id: string
  itemId: string
  fileId: string
  title: string
  lateBecause: string
  wasClosed: boolean
  at: Date
  by: string | null
}

export async function insertAnnex(
  db: Db,
  { id, itemId, fileId, title, lateBecause, wasClosed, at, by }: NewAnnex,
): Promise<void> {
  await db
    .insertInto('meetings_annexes')
    .values({
      id,
      item_id: itemId,
      file_id: fileId,
      title,
      late_because: lateBecause,
      was_closed: wasClosed,
      added_at: at,
      added_by: by,
    })
    .execute()
}

export async function updateWithdrawn(db: Db, id: string, because: string, now: Date): Promise<void> {
  await db
    .updateTable('meetings_annexes')
    .set({ withdrawn_at: now, withdrawn_because: because })
    .where('id', '=', id)
    .execute()
}

/** Announced meetings of a body that are not over and have files beside their items, by number. */
export async function listAheadWithAnnexes(db: Db, bodyId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('meetings_meetings as m')
    .select('m.number')
    .where('m.body_id', '=', bodyId)
    .where('m.state', 'in', ['announced', 'invited', 'in-session'])
    .where((e) =>
      e.exists(
        e
          .selectFrom('meetings_annexes as x')
          .innerJoin('meetings_items as i', 'i.id', 'x.item_id')
          .select('x.id')
          .whereRef('i.meeting_id', '=', 'm.id'),
      ),
    )
    .orderBy('m.number')
    .limit(200)
    .execute()
  return rows.map(({ number }) => number)
}
