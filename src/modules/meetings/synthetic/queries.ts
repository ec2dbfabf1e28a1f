import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export type BodyForLoad = { id: string; slug: string; kind: string; seats: number | null }

/** Bodies that meet and have members. */
export async function listBodiesForLoad(db: Db): Promise<BodyForLoad[]> {
  return db
    .selectFrom('people_bodies')
    .select(['id', 'slug', 'kind', 'seats'])
    .where('kind', 'in', ['council', 'committee'])
    .where('dissolved_on', 'is', null)
    .orderBy('position')
    .orderBy('slug')
    .limit(50)
    .execute()
}

/** Meetings with what was kept of them when they were called to order. */
export async function insertSyntheticMeetings(db: Db, rows: string): Promise<void> {
  await sql`insert into meetings_meetings (id, body_id, kind, mode, place, starts_at, ends_at, state, state_since,
      announced_at, invited_at, setup, created_at, changed_at)
    select r.id, r.body, 'ordinary', 'hybrid', r.place, r.starts, r.ends, 'held', r.ends,
      r.starts - interval '8 days', r.starts - interval '6 days', r.setup, r.starts - interval '10 days', r.ends
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, body uuid, place text, starts timestamptz, ends timestamptz,
      setup jsonb) order by r.starts, r.id`.execute(db)
}

export async function insertSyntheticItems(db: Db, rows: string): Promise<void> {
  await sql`insert into meetings_items (id, meeting_id, position, number, title, kind, memo, created_at, changed_at)
    select r.id, r.meeting, r.position, r.position::text, r.title, r.kind, r.memo, r.at, r.at
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, meeting uuid, position int, title text, kind text, memo text,
      at timestamptz)`.execute(db)
}

export async function insertSyntheticDrafts(db: Db, rows: string): Promise<void> {
  await sql`insert into meetings_draft_versions (item_id, version, words, hash, at)
    select r.item, 1, r.words, encode(sha256(convert_to(r.words, 'UTF8')), 'hex'), r.at
    from jsonb_to_recordset(${rows}::jsonb) as r(item uuid, words text, at timestamptz)`.execute(db)
}

export async function insertSyntheticEvents(db: Db, rows: string): Promise<void> {
  await sql`insert into meetings_events (meeting_id, seq, at, acted_by, facts)
    select r.meeting, r.seq, r.at, r.by, r.facts
    from jsonb_to_recordset(${rows}::jsonb) as r(meeting uuid, seq int, at timestamptz, by jsonb, facts jsonb)`.execute(
    db,
  )
}
