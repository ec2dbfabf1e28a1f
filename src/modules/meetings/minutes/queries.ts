import type { Db } from '#platform/database.ts'

/** By item, what was said; the key '' is about the meeting as a whole. */
export type Summaries = Readonly<Record<string, string>>
export type MinutesVersion = { version: number; summaries: Summaries; because: string; publishedAt: Date }

export async function findSummaries(db: Db, meetingId: string): Promise<Summaries> {
  const row = await db
    .selectFrom('meetings_minutes')
    .select('summaries')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return (row?.summaries ?? {}) as Summaries
}

export async function putSummaries(
  db: Db,
  meetingId: string,
  summaries: Summaries,
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  const values = { summaries: JSON.stringify(summaries), changed_at: now, changed_by: by }
  await db
    .insertInto('meetings_minutes')
    .values({ meeting_id: meetingId, ...values })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(values))
    .execute()
}

/** As they were published, the newest first. */
export async function listVersions(db: Db, meetingId: string): Promise<MinutesVersion[]> {
  const rows = await db
    .selectFrom('meetings_minutes_versions')
    .select(['version', 'summaries', 'because', 'published_at as publishedAt'])
    .where('meeting_id', '=', meetingId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, summaries: row.summaries as Summaries }))
}

export async function insertVersion(
  db: Db,
  meetingId: string,
  { version, summaries, because, publishedAt }: MinutesVersion,
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
    })
    .execute()
}
