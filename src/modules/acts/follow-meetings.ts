import { inTransaction, type Context } from '#platform/context.ts'
import { hasNews, keepRead, listUnread, markUnread, takeForReading } from './queries/followed.ts'
import { takeDecisions } from './take-decisions.ts'

const batch = 20

/**
 * Reads on in the logs of meetings that went on and takes what they have decided. Called after every commit: a job in
 * the queue for each event would stand in line behind the ballots of the very vote that it tells of. Answers whether
 * there may be more.
 */
export async function followMeetings(context: Context): Promise<boolean> {
  const { isRecorded, isUnread } = await hasNews(context.db)
  if (!isRecorded && !isUnread) return false
  const isMore = isRecorded && (await inTransaction(context, ({ db }) => markUnread(db)))
  const unread = await listUnread(context.db, batch)
  const failures: unknown[] = []
  for (const meetingId of unread)
    await inTransaction(context, async (ctx) => {
      const read = await takeForReading(ctx.db, meetingId)
      if (read === undefined) return
      if (read.isNew) await takeDecisions(ctx, meetingId)
      await keepRead(ctx.db, meetingId, read.seq)
    }).catch((error: unknown) => failures.push(error))
  // One meeting that cannot be read must not keep the others from being read.
  if (failures.length > 0) throw failures[0]
  return isMore || unread.length === batch
}
