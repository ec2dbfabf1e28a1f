import type { Db } from '#platform/database.ts'

/** Meetings that have been held, in the order of their time. */
export async function listHeldMeetings(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('state', '=', 'held')
    .orderBy('starts_at')
    .limit(200)
    .execute()
  return rows.map(({ id }) => id)
}
