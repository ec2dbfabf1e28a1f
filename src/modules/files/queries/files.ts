import { sql, type Selectable } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { DB } from '#platform/schema.ts'
import type { Kind } from '../kinds.ts'
import type { Refusal } from '../inspect/refusals.ts'

export type FileState = 'received' | 'checked' | 'refused'
export type RemovedWhy = 'retention' | 'unattached' | 'refused' | 'person'

export type FileRow = {
  id: string
  hash: string
  /** Null when the bytes are gone. */
  blob: string | null
  name: string
  kind: Kind
  size: number
  width: number | null
  height: number | null
  description: LocalText | null
  state: FileState
  refusal: Refusal | null
  uploadedBy: string | null
  uploadedAt: Date
  decidedAt: Date | null
  attachedTo: string | null
  visibility: 'everyone' | 'roles' | 'persons'
  roles: string[]
  persons: string[]
  subjectPerson: string | null
  keepUntil: LocalDate | null
  removedAt: Date | null
  removedWhy: RemovedWhy | null
}

function toFile(row: Selectable<DB['files_files']>): FileRow {
  return {
    id: row.id,
    hash: row.hash,
    blob: row.blob,
    name: row.name,
    kind: row.kind as Kind,
    size: row.size,
    width: row.width,
    height: row.height,
    description: row.description,
    state: row.state as FileState,
    refusal: row.refusal as Refusal | null,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    decidedAt: row.decided_at,
    attachedTo: row.attached_to,
    visibility: row.visibility as FileRow['visibility'],
    roles: row.roles,
    persons: row.persons,
    subjectPerson: row.subject_person,
    keepUntil: row.keep_until,
    removedAt: row.removed_at,
    removedWhy: row.removed_why as RemovedWhy | null,
  }
}

export async function findFile(db: Db, id: string): Promise<FileRow | undefined> {
  const row = await db.selectFrom('files_files').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toFile(row)
}

export async function lockFile(db: Db, id: string): Promise<FileRow | undefined> {
  const row = await db.selectFrom('files_files').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toFile(row)
}

/** Locks them in one order, whoever asks. */
export async function lockFiles(db: Db, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('files_files').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return rows.map(toFile)
}

export async function lockFilesOf(db: Db, subject: string): Promise<FileRow[]> {
  const rows = await db
    .selectFrom('files_files')
    .selectAll()
    .where('attached_to', '=', subject)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toFile)
}

export async function listFilesOf(db: Db, subjects: readonly string[]): Promise<FileRow[]> {
  if (subjects.length === 0) return []
  const rows = await db
    .selectFrom('files_files')
    .selectAll()
    .where('attached_to', 'in', subjects)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute()
  return rows.map(toFile)
}

export async function listFilesSentBy(db: Db, personId: string): Promise<FileRow[]> {
  const rows = await db
    .selectFrom('files_files')
    .selectAll()
    .where('uploaded_by', '=', personId)
    .orderBy('uploaded_at', 'desc')
    .execute()
  return rows.map(toFile)
}

const shownAtOnce = 200

/** For the administrators' page, the newest first. */
export async function listForAdministrators(db: Db): Promise<FileRow[]> {
  const rows = await db
    .selectFrom('files_files')
    .selectAll()
    .where((where) =>
      where.or([where('state', '=', 'refused'), where('removed_at', 'is not', null), where('state', '=', 'received')]),
    )
    .orderBy(sql`coalesce(removed_at, decided_at, uploaded_at)`, 'desc')
    .limit(shownAtOnce)
    .execute()
  return rows.map(toFile)
}

export async function listWaiting(db: Db, uploadedBefore: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('files_files')
    .select('id')
    .where('state', '=', 'received')
    .where('removed_at', 'is', null)
    .where('uploaded_at', '<', uploadedBefore)
    .orderBy('uploaded_at')
    .limit(shownAtOnce)
    .execute()
  return rows.map(({ id }) => id)
}

/** Files whose bytes are no longer to be kept: past their day, or never added to anything. */
export async function listOutlived(db: Db, today: LocalDate, uploadedBefore: Date): Promise<FileRow[]> {
  const rows = await db
    .selectFrom('files_files')
    .selectAll()
    .where('removed_at', 'is', null)
    .where((where) =>
      where.or([
        where('keep_until', '<', today),
        where.and([where('attached_to', 'is', null), where('uploaded_at', '<', uploadedBefore)]),
      ]),
    )
    .limit(shownAtOnce)
    .execute()
  return rows.map(toFile)
}
