import type { Db } from '#platform/database.ts'
import type { ItemKind, ItemVisibility } from '../rules.ts'

export type Item = {
  id: string
  position: number
  /** As it is read now: `2.1`. */
  number: string
  /** The item that it stands below. */
  parentId: string | null
  title: string
  kind: ItemKind
  visibility: ItemVisibility
  closedBasis: string
  rapporteur: string
  plannedMinutes: number | null
  memo: string
  addedLateBecause: string
  changedLateBecause: string
  /** How many texts its draft has had; 0 where there is none. */
  versions: number
}

const columns = [
  'i.id',
  'i.position',
  'i.number',
  'i.parent_id',
  'i.title',
  'i.kind',
  'i.visibility',
  'i.closed_basis',
  'i.rapporteur',
  'i.planned_minutes',
  'i.memo',
  'i.added_late_because',
  'i.changed_late_because',
] as const

export async function listItems(db: Db, meetingId: string): Promise<Item[]> {
  const rows = await db
    .selectFrom('meetings_items as i')
    .select(columns)
    .select((e) =>
      e
        .selectFrom('meetings_draft_versions as v')
        .select((v) => v.fn.max('v.version').as('version'))
        .whereRef('v.item_id', '=', 'i.id')
        .as('versions'),
    )
    .where('i.meeting_id', '=', meetingId)
    .orderBy('i.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    number: row.number,
    parentId: row.parent_id,
    title: row.title,
    kind: row.kind as ItemKind,
    visibility: row.visibility as ItemVisibility,
    closedBasis: row.closed_basis,
    rapporteur: row.rapporteur,
    plannedMinutes: row.planned_minutes,
    memo: row.memo,
    addedLateBecause: row.added_late_because,
    changedLateBecause: row.changed_late_because,
    versions: row.versions ?? 0,
  }))
}

export type ItemValues = {
  parentId: string | null
  title: string
  kind: ItemKind
  visibility: ItemVisibility
  closedBasis: string
  rapporteur: string
  plannedMinutes: number | null
  memo: string
}

const valuesOf = (values: ItemValues) => ({
  parent_id: values.parentId,
  title: values.title,
  kind: values.kind,
  visibility: values.visibility,
  closed_basis: values.visibility === 'public' ? '' : values.closedBasis,
  rapporteur: values.rapporteur,
  planned_minutes: values.plannedMinutes,
  memo: values.memo,
})

/** Puts an item last, with the number of one that stands below none. The meeting must be locked. */
export async function insertItem(
  db: Db,
  meetingId: string,
  values: ItemValues & { addedLateBecause: string },
  now: Date,
): Promise<string> {
  const { last, above } = await db
    .selectFrom('meetings_items')
    .select((e) => e.fn.max('position').as('last'))
    .select((e) => e.fn.countAll<number>().filterWhere('parent_id', 'is', null).as('above'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  const row = {
    ...valuesOf(values),
    meeting_id: meetingId,
    position: (last ?? 0) + 1,
    number: String(Number(above) + 1),
    added_late_because: values.addedLateBecause,
    created_at: now,
    changed_at: now,
  }
  return (await db.insertInto('meetings_items').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function updateItem(
  db: Db,
  id: string,
  values: ItemValues & { changedLateBecause: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('meetings_items')
    .set({ ...valuesOf(values), changed_late_because: values.changedLateBecause, changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** Writes order and numbers of an agenda; every item of the meeting is in it. */
export async function writeAgenda(db: Db, placed: readonly { id: string; number: string }[]): Promise<void> {
  for (const [at, { id, number }] of placed.entries()) {
    await db
      .updateTable('meetings_items')
      .set({ position: at + 1, number })
      .where('id', '=', id)
      .execute()
  }
}

export async function deleteItem(db: Db, id: string): Promise<void> {
  await db.deleteFrom('meetings_items').where('id', '=', id).execute()
}

/** `wasClosed`: written while the item was closed, so never for everybody. */
export type DraftVersion = { version: number; words: string; hash: string; at: Date; wasClosed: boolean }

/** All texts of a draft, the newest first. */
export async function listDraftVersions(db: Db, itemId: string): Promise<DraftVersion[]> {
  return db
    .selectFrom('meetings_draft_versions')
    .select(['version', 'words', 'hash', 'at', 'was_closed as wasClosed'])
    .where('item_id', '=', itemId)
    .orderBy('version', 'desc')
    .execute()
}

export async function insertDraftVersion(
  db: Db,
  itemId: string,
  draft: DraftVersion & { byPerson: string | null },
): Promise<void> {
  const { version, words, hash, at, byPerson, wasClosed } = draft
  await db
    .insertInto('meetings_draft_versions')
    .values({ item_id: itemId, version, words, hash, at, by_person: byPerson, was_closed: wasClosed })
    .execute()
}

/** The newest text of each draft of a meeting that everybody may read, by item. */
export async function listNewestDrafts(db: Db, meetingId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('meetings_draft_versions as v')
    .innerJoin('meetings_items as i', 'i.id', 'v.item_id')
    .distinctOn('v.item_id')
    .select(['v.item_id as item', 'v.words'])
    .where('i.meeting_id', '=', meetingId)
    .where('i.visibility', '=', 'public')
    .where('v.was_closed', '=', false)
    .orderBy('v.item_id')
    .orderBy('v.version', 'desc')
    .execute()
  return new Map(rows.map(({ item, words }) => [item, words]))
}

/** The newest text of each draft of a meeting, for its members and whoever leads it, by item. */
export async function listDraftsForMembers(db: Db, meetingId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('meetings_draft_versions as v')
    .innerJoin('meetings_items as i', 'i.id', 'v.item_id')
    .distinctOn('v.item_id')
    .select(['v.item_id as item', 'v.words'])
    .where('i.meeting_id', '=', meetingId)
    .orderBy('v.item_id')
    .orderBy('v.version', 'desc')
    .execute()
  return new Map(rows.map(({ item, words }) => [item, words]))
}
