import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { matchReaders } from './annexes/match-readers.ts'
import { recordMeeting } from './events.ts'
import { listItems } from './queries/items.ts'
import { findMeeting, lockMeeting, updateMeeting } from './queries/meetings.ts'
import { preparesMeetings } from './rules.ts'

export type AnnounceOutcome = { ok: true } | { ok: false; refusal: 'cancelled' | 'noItems' }

/** From now on everybody sees the meeting and its agenda; a second time changes nothing. */
export async function announceMeeting(context: Context, number: number): Promise<AnnounceOutcome> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    if (meeting.state === 'cancelled') return { ok: false, refusal: 'cancelled' }
    if (meeting.announcedAt !== null) return { ok: true }
    if ((await listItems(ctx.db, meeting.id)).length === 0) return { ok: false, refusal: 'noItems' }
    await updateMeeting(ctx.db, meeting.id, { state: 'announced', announcedAt: ctx.now }, ctx.now)
    const announced = (await findMeeting(ctx.db, { id: meeting.id }))!
    await matchReaders(ctx, announced)
    await recordMeeting(ctx, 'meetings.announced', announced)
    return { ok: true }
  })
}
