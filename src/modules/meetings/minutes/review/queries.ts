import type { Db } from '#platform/database.ts'

export type Remark = {
  id: string
  /** The log's name of the item; empty: the minutes as a whole. */
  itemId: string
  personId: string
  words: string
  at: Date
  answer: { isTakenIn: boolean; words: string; at: Date } | null
}

export async function listRemarks(db: Db, meetingId: string): Promise<Remark[]> {
  const rows = await db
    .selectFrom('meetings_remarks')
    .select(['id', 'item_id', 'person_id', 'words', 'at', 'is_taken_in', 'answer', 'answered_at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, item_id, person_id, words, at, is_taken_in, answer, answered_at }) => ({
    id,
    itemId: item_id,
    personId: person_id,
    words,
    at,
    answer: answered_at === null ? null : { isTakenIn: is_taken_in === true, words: answer, at: answered_at },
  }))
}

type NewRemark = { meetingId: string; itemId: string; personId: string; words: string; at: Date }

export async function insertRemark(db: Db, { meetingId, itemId, personId, words, at }: NewRemark): Promise<void> {
  await db
    .insertInto('meetings_remarks')
    .values({ meeting_id: meetingId, item_id: itemId, person_id: personId, words, at })
    .execute()
}

export async function updateAnswer(
  db: Db,
  id: string,
  { isTakenIn, words, at, by }: { isTakenIn: boolean; words: string; at: Date; by: string },
): Promise<void> {
  await db
    .updateTable('meetings_remarks')
    .set({ is_taken_in: isTakenIn, answer: words, answered_at: at, answered_by: by })
    .where('id', '=', id)
    .execute()
}

type NewDissent = { meetingId: string; itemId: string; personId: string; words: string; at: Date }

/** A member has one dissent to an item; until the minutes are approved its words may change. */
export async function putDissent(db: Db, { meetingId, itemId, personId, words, at }: NewDissent): Promise<void> {
  await db
    .insertInto('meetings_dissents')
    .values({ meeting_id: meetingId, item_id: itemId, person_id: personId, words, at })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'item_id', 'person_id']).doUpdateSet({ words, at }))
    .execute()
}

/** Meetings whose minutes nobody has published, the oldest first, with the remarks that wait for an answer. */
export async function listUnpublished(db: Db, most: number): Promise<{ id: string; remarks: number }[]> {
  const rows = await db
    .selectFrom('meetings_meetings as m')
    .select('m.id')
    .select((e) =>
      e
        .selectFrom('meetings_remarks as r')
        .whereRef('r.meeting_id', '=', 'm.id')
        .where('r.answered_at', 'is', null)
        .select((of) => of.fn.countAll<number>().as('count'))
        .as('remarks'),
    )
    .where('m.state', '=', 'held')
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('meetings_minutes_versions as v').whereRef('v.meeting_id', '=', 'm.id').select('v.version'),
        ),
      ),
    )
    .orderBy('m.starts_at')
    .limit(most)
    .execute()
  return rows.map(({ id, remarks }) => ({ id, remarks: Number(remarks ?? 0) }))
}
