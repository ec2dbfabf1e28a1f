import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import type { Scope } from './minutes-view.ts'

/** By item, what was said; the key '' is about the meeting as a whole. */
export type Summaries = Readonly<Record<string, string>>
export type Dissent = { itemId: string; personId: string; words: string; at: Date }
export type BlocksInAll = Readonly<Record<Language, readonly PdfBlock[]>>
type Kept = { blocks: BlocksInAll; hash: string }
export type MinutesVersion = {
  version: number
  summaries: Summaries
  because: string
  publishedAt: Date
  /** Of both readings as they were published; null of versions from before they were kept. */
  hashes: Readonly<Record<Scope, string>> | null
}

/** How far the draft has come. */
export type MinutesDraft = {
  summaries: Summaries
  reviewFrom: Date | null
  /** The last day of the time for remarks. */
  reviewUntil: string | null
  approved: { at: Date; by: string | null; as: 'chair' | 'secretary'; because: string } | null
}
const noDraft: MinutesDraft = { summaries: {}, reviewFrom: null, reviewUntil: null, approved: null }

export async function findDraft(db: Db, meetingId: string): Promise<MinutesDraft> {
  const row = await db
    .selectFrom('meetings_minutes')
    .select(['summaries', 'review_from', 'review_until', 'approved_at', 'approved_by', 'approved_as'])
    .select('approved_because')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  if (row === undefined) return noDraft
  const { approved_at: at, approved_by: by, approved_because: because } = row
  return {
    summaries: row.summaries as Summaries,
    reviewFrom: row.review_from,
    reviewUntil: row.review_until,
    approved: at === null ? null : { at, by, as: row.approved_as as 'chair' | 'secretary', because },
  }
}

type DraftColumns = {
  summaries?: string
  review_from?: Date
  review_until?: string
  approved_at?: Date
  approved_by?: string | null
  approved_as?: string
  approved_because?: string
}

export async function changeDraft(
  db: Db,
  meetingId: string,
  columns: DraftColumns,
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  const values = { ...columns, changed_at: now, changed_by: by }
  await db
    .insertInto('meetings_minutes')
    .values({ meeting_id: meetingId, summaries: '{}', ...values })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(values))
    .execute()
}

/** As they were published, the newest first. */
export async function listVersions(db: Db, meetingId: string): Promise<MinutesVersion[]> {
  const rows = await db
    .selectFrom('meetings_minutes_versions')
    .select(['version', 'summaries', 'because', 'published_at as publishedAt'])
    .select(['public_hash', 'full_hash'])
    .where('meeting_id', '=', meetingId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ public_hash, full_hash, ...row }) => ({
    ...row,
    summaries: row.summaries as Summaries,
    hashes: public_hash === null || full_hash === null ? null : { public: public_hash, full: full_hash },
  }))
}

/** One reading of a version as it was published; null where it was not kept. */
export async function findBlocks(
  db: Db,
  meetingId: string,
  version: number,
  scope: Scope,
): Promise<BlocksInAll | null> {
  const row = await db
    .selectFrom('meetings_minutes_versions')
    .select(scope === 'full' ? 'full_blocks as blocks' : 'public_blocks as blocks')
    .where('meeting_id', '=', meetingId)
    .where('version', '=', version)
    .executeTakeFirst()
  return (row?.blocks ?? null) as unknown as BlocksInAll | null
}

export async function insertVersion(
  db: Db,
  meetingId: string,
  {
    version,
    summaries,
    because,
    publishedAt,
    kept,
  }: Omit<MinutesVersion, 'hashes'> & { kept: Readonly<Record<Scope, Kept>> },
  by: string | null,
): Promise<void> {
  await db
    .insertInto('meetings_minutes_versions')
    .values({
      meeting_id: meetingId,
      version,
      summaries: JSON.stringify(summaries),
      because,
      published_at: publishedAt,
      published_by: by,
      public_blocks: JSON.stringify(kept.public.blocks),
      public_hash: kept.public.hash,
      full_blocks: JSON.stringify(kept.full.blocks),
      full_hash: kept.full.hash,
    })
    .execute()
}

/** By item, in the order in which they were given. */
export async function listDissents(db: Db, meetingId: string): Promise<Dissent[]> {
  return db
    .selectFrom('meetings_dissents')
    .select(['item_id as itemId', 'person_id as personId', 'words', 'at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('at')
    .orderBy('person_id')
    .execute()
}
