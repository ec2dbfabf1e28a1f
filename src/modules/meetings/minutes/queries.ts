import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import type { Dissent } from './block-parts.ts'
import type { Scope } from './minutes-view.ts'

/** By item, what was said; the key '' is about the meeting as a whole. */
export type Summaries = Readonly<Record<string, string>>
type Kept = { blocks: Readonly<Record<Language, readonly PdfBlock[]>>; hash: string }
export type MinutesVersion = {
  version: number
  summaries: Summaries
  because: string
  publishedAt: Date
  /** Both readings as they were published; null of versions from before they were kept. */
  kept: Readonly<Record<Scope, Kept>> | null
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

export const findSummaries = async (db: Db, meetingId: string): Promise<Summaries> =>
  (await findDraft(db, meetingId)).summaries

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
    .select(['public_blocks', 'public_hash', 'full_blocks', 'full_hash'])
    .where('meeting_id', '=', meetingId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ public_blocks, public_hash, full_blocks, full_hash, ...row }) => ({
    ...row,
    summaries: row.summaries as Summaries,
    kept:
      public_hash === null || full_hash === null
        ? null
        : {
            public: { blocks: public_blocks as Kept['blocks'], hash: public_hash },
            full: { blocks: full_blocks as Kept['blocks'], hash: full_hash },
          },
  }))
}

export async function insertVersion(
  db: Db,
  meetingId: string,
  { version, summaries, because, publishedAt, kept }: MinutesVersion,
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
      public_blocks: kept === null ? null : JSON.stringify(kept.public.blocks),
      public_hash: kept?.public.hash ?? null,
      full_blocks: kept === null ? null : JSON.stringify(kept.full.blocks),
      full_hash: kept?.full.hash ?? null,
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
