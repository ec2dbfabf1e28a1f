import { inTransaction, type Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import { matchReaders } from '../annexes/match-readers.ts'
import { recordMeeting } from '../events.ts'
import { listItemsOfMatter } from '../passing/queries.ts'
import { findMeeting } from '../queries/meetings.ts'
import { insertRestriction, liftRestrictions, listMeetingsOf, type NewRestriction } from './queries.ts'

/**
 * Withholds the materials of an item from everybody, and those of the same matter at its other stations, which hold the
 * same texts. Whoever calls has authorised it: a restriction is set where what was decided is kept.
 */
export async function restrict(
  context: Context,
  { meeting: number, itemId }: { meeting: number; itemId: string },
  restriction: NewRestriction,
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const meeting = await findMeeting(ctx.db, { number })
    if (meeting === undefined) return
    await insertRestriction(ctx.db, { meetingId: meeting.id, itemId }, restriction)
    for (const station of await listItemsOfMatter(ctx.db, itemId)) await insertRestriction(ctx.db, station, restriction)
    await tell(ctx, restriction.source, 'meetings.materials-restricted')
  })
}

/** What this source has withheld is everybody's again from a day on. */
export async function open(context: Context, source: string, on: LocalDate): Promise<void> {
  await inTransaction(context, async (ctx) => {
    await liftRestrictions(ctx.db, source, on)
    await tell(ctx, source, 'meetings.materials-opened')
  })
}

/** The last day of a restriction is over: search, followers and the readers of files are told. */
export async function tellLapsed(context: Context, source: string): Promise<void> {
  await inTransaction(context, (ctx) => tell(ctx, source, 'meetings.materials-opened'))
}

async function tell(
  ctx: Context,
  source: string,
  type: 'meetings.materials-restricted' | 'meetings.materials-opened',
): Promise<void> {
  for (const id of await listMeetingsOf(ctx.db, source)) {
    const meeting = (await findMeeting(ctx.db, { id }))!
    await matchReaders(ctx, meeting)
    await recordMeeting(ctx, meeting.announcedAt === null ? 'meetings.prepared' : type, meeting)
  }
}
