import { sql } from 'kysely'
import type { LocalDate } from '#platform/format.ts'
import { isWithheld } from '../../restrictions/queries.ts'
import { announced, itemCreated, itemModified } from './announced.ts'
import type { Kept, Source, Step } from './pages.ts'

/** What a file is of: the draft of an item, the call of a meeting, its published minutes, a file beside an item. */
export type FileSource = 'draft' | 'invitation' | 'minutes' | 'annex'

export type FileRow = Kept & {
  source: FileSource
  number: number
  meetingId: string
  /** Null where the file is of the meeting as a whole. */
  itemId: string | null
  title: string
  /** Of a draft or of minutes; 0 for others. */
  version: number
  /** Of an annex. */
  fileId: string | null
  fileName: string | null
  kind: string | null
  /** Unknown of what is typeset when it is asked for. */
  size: number | null
  sha512: string | null
  on: Date
  hasPaper: boolean
}

const newest = sql`from meetings_draft_versions v where v.item_id = i.id and v.version = t.version`
const itemId = sql`i.id`

/** Names of files that have no row of their own; the same for ever. */
const named = (name: string) => sql`md5(${name} || ':' || m.id)::uuid`

/** An item's newest text that was never behind closed doors, under the item's own id. */
const drafts = (step: Step, today: LocalDate) => sql`
  select i.id, greatest(${itemCreated}, t.first_at) as created, greatest(${itemModified}, t.last_at) as modified,
    (i.visibility <> 'public' or ${isWithheld(itemId, today)}) as deleted, 'draft' as source, m.number,
    i.meeting_id as "meetingId", i.id as "itemId", i.title, t.version, null::uuid as "fileId", null as "fileName",
    'txt' as kind, (select octet_length(v.words) ${newest})::bigint as size,
    (select encode(sha512(convert_to(v.words, 'UTF8')), 'hex') ${newest}) as sha512, t.first_at as "on",
    true as "hasPaper"
  from meetings_items i join ${announced(step)} m on m.id = i.meeting_id
  join (select d.item_id, max(d.version) as version, min(d.at) as first_at, max(d.at) as last_at
    from meetings_draft_versions d where not d.was_closed group by d.item_id) t on t.item_id = i.id
  where i.visibility <> 'internal'`

const typeset = sql`null::uuid as "fileId", null as "fileName", 'pdf' as kind, null::bigint as size, null as sha512`

const invitations = (step: Step) => sql`
  select ${named('kutse')} as id, greatest(m.created, m.invited_at), greatest(m.modified, m.invited_at), false,
    'invitation', m.number, m.id, null::uuid, '', 0, ${typeset}, m.invited_at, false
  from ${announced(step)} m where m.invited_at is not null`

/** Each published version is a file; only the newest is given out, those before are withdrawn by the next. */
const minutes = (step: Step) => sql`
  select md5('protokoll:' || p.version || ':' || m.id)::uuid, greatest(m.created, p.published_at),
    greatest(case when p.next_at is null then m.modified else p.next_at end, p.published_at), p.next_at is not null,
    'minutes', m.number, m.id, null::uuid, '', p.version, ${typeset}, p.published_at, false
  from (select v.*, lead(v.published_at) over (partition by v.meeting_id order by v.version) as next_at
    from meetings_minutes_versions v) p
  join ${announced(step)} m on m.id = p.meeting_id`

/** Files beside an item that everybody could open; what was taken back, closed or restricted since is withdrawn. */
const annexes = (step: Step, today: LocalDate) => sql`
  select x.id, greatest(${itemCreated}, x.added_at, f.decided_at),
    greatest(${itemModified}, x.added_at, f.decided_at, x.withdrawn_at),
    (x.withdrawn_at is not null or i.visibility <> 'public' or ${isWithheld(itemId, today)}), 'annex', m.number,
    i.meeting_id, i.id, x.title, 0, f.id, f.name, f.kind, f.size, null, x.added_at,
    exists (select from meetings_draft_versions d where d.item_id = i.id and not d.was_closed)
  from meetings_annexes x
  join meetings_items i on i.id = x.item_id and i.visibility <> 'internal'
  join ${announced(step)} m on m.id = i.meeting_id
  join files_files f on f.id = x.file_id and f.state = 'checked' and f.removed_at is null
  where not x.was_closed and (x.withdrawn_at is null or x.withdrawn_at > m.announced_at)`

export const fileSource =
  (today: LocalDate): Source<FileRow> =>
  (step) =>
    sql`${drafts(step, today)} union all ${invitations(step)} union all ${minutes(step)} union all ${annexes(step, today)}`

/** Files that are told inside other objects: of these meetings, or of these items, as a list in each row. */
export const filesInside = (of: 'meeting' | 'item', today: LocalDate) => {
  const one = of === 'meeting' ? sql`f."meetingId" = m.id and f."itemId" is null` : sql`f."itemId" = i.id`
  const source =
    of === 'meeting' ? sql`${invitations('telling')} union all ${minutes('telling')}` : annexes('telling', today)
  const columns = sql`id, created, modified, deleted, source, number, "meetingId", "itemId", title, version, "fileId",
    "fileName", kind, size, sha512, "on", "hasPaper"`
  return sql<InnerFile[]>`coalesce((select jsonb_agg(to_jsonb(f) order by f.created, f.id)
    from (${source}) f (${columns}) where ${one} and not f.deleted), '[]'::jsonb)`
}

/** As jsonb keeps it. */
export type InnerFile = Omit<FileRow, 'created' | 'modified' | 'on'> & Record<'created' | 'modified' | 'on', string>

export const readInner = (rows: readonly InnerFile[]): FileRow[] =>
  rows.map((row) => ({
    ...row,
    created: new Date(row.created),
    modified: new Date(row.modified),
    on: new Date(row.on),
  }))
