import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { ItemKind, ItemVisibility, MeetingKind, MeetingState } from '../../rules.ts'
import { isWithheld, whyWithheld } from '../../restrictions/queries.ts'
import type { LocalDate } from '#platform/format.ts'
import { announced, itemCreated, itemModified } from './announced.ts'
import { filesInside, type InnerFile } from './files.ts'
import type { Kept, Source } from './pages.ts'

const noFiles = sql`'[]'::jsonb`

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
  /** The call and the minutes that stand. */
  files: readonly InnerFile[]
}

export const meetingSource =
  (today: LocalDate): Source<MeetingRow> =>
  (step) =>
    sql`
  select m.id, m.created, m.modified, m.number, m.kind, m.session_no as "sessionNo", m.place,
    m.starts_at as "startsAt", m.ends_at as "endsAt", m.state, m.invited_at as "invitedAt",
    m.body_id as organization_id, b.kind as "bodyKind", b.name as "bodyName", ${logLength} as "logLength",
    ${step === 'telling' ? filesInside('meeting', today) : noFiles} as files
  from ${announced(step)} m join people_bodies b on b.id = m.body_id`

export type LocationRow = Kept & { place: string }

export const locationSource: Source<LocationRow> = (step) => sql`
  select m.id, m.created, m.modified, m.place from ${announced(step)} m where m.place <> ''`

export type ItemRow = Kept & {
  number: number
  meetingId: string
  position: number
  itemNumber: string
  title: string
  kind: ItemKind
  visibility: ItemVisibility
  hasPaper: boolean
  /** Ground and days of the restriction of its materials; null where they are everybody's. */
  withheld: string | null
  /** Files beside it. */
  files: readonly InnerFile[]
  logLength: number | null
}

const itemId = sql`i.id`
const hasPaper = (today: LocalDate) => sql`(i.visibility = 'public' and not ${isWithheld(itemId, today)}
  and exists (select 1 from meetings_draft_versions d where d.item_id = i.id and not d.was_closed))`

export const itemSource =
  (today: LocalDate): Source<ItemRow> =>
  (step) =>
    sql`
  select i.id, ${itemCreated} as created, ${itemModified} as modified, m.number, i.meeting_id as "meetingId",
    i.position, i.number as "itemNumber", i.title, i.kind, i.visibility, ${hasPaper(today)} as "hasPaper",
    ${whyWithheld(itemId, today)} as withheld,
    ${step === 'telling' ? filesInside('item', today) : noFiles} as files, ${logLength} as "logLength"
  from meetings_items i join ${announced(step)} m on m.id = i.meeting_id where i.visibility <> 'internal'`

/** Items of these meetings in the order of their agendas. */
export async function listItemRows(db: Db, meetingIds: readonly string[], today: LocalDate): Promise<ItemRow[]> {
  if (meetingIds.length === 0) return []
  const { rows } = await sql<ItemRow>`select s.* from (${itemSource(today)('telling')}) s
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
  /** Files beside its item. */
  files: readonly InnerFile[]
}

const newest = sql`from meetings_draft_versions v where v.item_id = i.id and v.version = t.version`

/**
 * Items that everybody reads with a draft. Its newest text is the paper's file, but for what was written behind closed
 * doors. One that was made closed afterwards, or is restricted, is withdrawn.
 */
export const paperSource =
  (today: LocalDate): Source<PaperRow> =>
  (step) =>
    sql`
  select i.id, greatest(${itemCreated}, t.first_at) as created, greatest(${itemModified}, t.last_at) as modified,
    m.number, i.meeting_id as "meetingId", m.body_id as organization_id, i.title, i.kind,
    t.version, (select octet_length(v.words) ${newest}) as size,
    (select encode(sha512(convert_to(v.words, 'UTF8')), 'hex') ${newest}) as sha512,
    t.first_at as "firstAt", ${step === 'telling' ? filesInside('item', today) : noFiles} as files, (i.visibility <> 'public' or ${isWithheld(itemId, today)}) as deleted
  from meetings_items i join ${announced(step)} m on m.id = i.meeting_id
  join (select d.item_id, max(d.version) as version, min(d.at) as first_at, max(d.at) as last_at
    from meetings_draft_versions d where not d.was_closed group by d.item_id) t on t.item_id = i.id
  where i.visibility <> 'internal'`

/** The newest text of a draft that everybody may read. */
export async function findText(db: Db, itemId: string, today: LocalDate): Promise<string | undefined> {
  const row = await db
    .selectFrom('meetings_draft_versions as d')
    .innerJoin('meetings_items as i', 'i.id', 'd.item_id')
    .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
    .select('d.words')
    .where('i.id', '=', itemId)
    .where('d.was_closed', '=', false)
    .where('i.visibility', '=', 'public')
    .where('m.announced_at', 'is not', null)
    .where((e) => e.not(isWithheld(sql.ref('i.id'), today)))
    .orderBy('d.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.words
}
