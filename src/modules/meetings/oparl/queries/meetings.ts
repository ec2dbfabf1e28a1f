import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { ItemKind, ItemVisibility, MeetingKind, MeetingState } from '../../rules.ts'
import type { Kept, Source, Step } from './pages.ts'

/**
 * Announced meetings. To everybody they came to be when they were announced; they changed with each public event about
 * them and with each event of their log. Where many are gone through, the offset has that looked up once per meeting
 * and not once per item.
 */
const announced = (step: Step) => sql`(select a.*, greatest(a.created_at, a.announced_at) as created,
    greatest(a.created_at, a.changed_at, a.announced_at,
      (select e.occurred_at from platform_events e
        where e.subject = 'meeting:' || a.id and e.is_public order by e.id desc limit 1),
      (select l.at from meetings_events l where l.meeting_id = a.id order by l.seq desc limit 1)) as modified
  from meetings_meetings a where a.announced_at is not null ${step === 'finding' ? sql`offset 0` : sql``})`

/** How far the log of meeting `m` has come; null where it has none. */
const logLength = sql`(select l.seq from meetings_events l where l.meeting_id = m.id order by l.seq desc limit 1)`

export type MeetingRow = Kept & {
  number: number
  kind: MeetingKind
  sessionNo: number | null
  place: string
  startsAt: Date
  endsAt: Date | null
  state: MeetingState
  invitedAt: Date | null
  organization_id: string
  bodyKind: string
  bodyName: LocalText
  logLength: number | null
}

export const meetingSource: Source<MeetingRow> = (step) => sql`
  select m.id, m.created, m.modified, m.number, m.kind, m.session_no as "sessionNo", m.place,
    m.starts_at as "startsAt", m.ends_at as "endsAt", m.state, m.invited_at as "invitedAt",
    m.body_id as organization_id, b.kind as "bodyKind", b.name as "bodyName", ${logLength} as "logLength"
  from ${announced(step)} m join people_bodies b on b.id = m.body_id`

export type LocationRow = Kept & { place: string }

export const locationSource: Source<LocationRow> = (step) => sql`
  select m.id, m.created, m.modified, m.place from ${announced(step)} m where m.place <> ''`

export type ItemRow = Kept & {
  number: number
  meetingId: string
  position: number
  title: string
  kind: ItemKind
  visibility: ItemVisibility
  hasPaper: boolean
  logLength: number | null
}

const hasPaper = sql`(i.visibility = 'public'
  and exists (select 1 from meetings_draft_versions d where d.item_id = i.id and not d.was_closed))`

const itemCreated = sql`greatest(i.created_at, m.created)`
const itemModified = sql`greatest(i.created_at, i.changed_at, m.modified)`

export const itemSource: Source<ItemRow> = (step) => sql`
  select i.id, ${itemCreated} as created, ${itemModified} as modified, m.number, i.meeting_id as "meetingId",
    i.position, i.title, i.kind, i.visibility, ${hasPaper} as "hasPaper", ${logLength} as "logLength"
  from meetings_items i join ${announced(step)} m on m.id = i.meeting_id`

/** Items of these meetings in the order of their agendas. */
export async function listItemRows(db: Db, meetingIds: readonly string[]): Promise<ItemRow[]> {
  if (meetingIds.length === 0) return []
  const { rows } = await sql<ItemRow>`select s.* from (${itemSource('telling')}) s
    where s."meetingId" in (${sql.join(meetingIds)}) order by s."meetingId", s.position`.execute(db)
  return rows
}

export type PaperRow = Kept & {
  number: number
  meetingId: string
  organization_id: string
  title: string
  kind: ItemKind
  version: number
  size: number
  sha512: string
  firstAt: Date
}

const newest = sql`from meetings_draft_versions v where v.item_id = i.id and v.version = t.version`

/**
 * Items that everybody reads with a draft. Its newest text is the paper's file, but for what was written behind closed
 * doors. One that was made closed afterwards is withdrawn.
 */
export const paperSource: Source<PaperRow> = (step) => sql`
  select i.id, greatest(${itemCreated}, t.first_at) as created, greatest(${itemModified}, t.last_at) as modified,
    m.number, i.meeting_id as "meetingId", m.body_id as organization_id, i.title, i.kind,
    t.version, (select octet_length(v.words) ${newest}) as size,
    (select encode(sha512(convert_to(v.words, 'UTF8')), 'hex') ${newest}) as sha512,
    t.first_at as "firstAt", i.visibility <> 'public' as deleted
  from meetings_items i join ${announced(step)} m on m.id = i.meeting_id
  join (select d.item_id, max(d.version) as version, min(d.at) as first_at, max(d.at) as last_at
    from meetings_draft_versions d where not d.was_closed group by d.item_id) t on t.item_id = i.id`

/** The newest text of a draft that everybody may read. */
export async function findText(db: Db, itemId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('meetings_draft_versions as d')
    .innerJoin('meetings_items as i', 'i.id', 'd.item_id')
    .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
    .select('d.words')
    .where('i.id', '=', itemId)
    .where('d.was_closed', '=', false)
    .where('i.visibility', '=', 'public')
    .where('m.announced_at', 'is not', null)
    .orderBy('d.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.words
}
