import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { recordMeeting } from './events.ts'
import { listEverInvited } from './queries/invitations.ts'
import { lockMeeting, updateMeeting } from './queries/meetings.ts'
import { tellDay } from './plan-meeting.ts'
import { preparesMeetings, whyNotPrepared } from './rules.ts'
import { tellMembers } from './tell-members.ts'

export const cancelMeetingInput = z.object({
  because: z
    .string('becauseMissing')
    .transform(cleanWords)
    .pipe(z.string().min(3, 'becauseMissing').max(500, 'tooLong')),
})

/** It will not be held; who was called hears so, and calendars take it out. Its page stays, with the reason. */
export async function cancelMeeting(
  context: Context,
  number: number,
  { because }: z.output<typeof cancelMeetingInput>,
): Promise<{ ok: true } | { ok: false; refusal: 'cancelled' | 'begun' }> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    const closed = whyNotPrepared(meeting)
    if (closed !== null) return { ok: false, refusal: closed }
    const sequence = meeting.sequence + 1
    await updateMeeting(ctx.db, meeting.id, { state: 'cancelled', changedBecause: because, sequence }, ctx.now)
    // Whoever was ever called to it, also those whose mandate has ended since.
    const called = await listEverInvited(ctx.db, meeting.id)
    const cancelled = { ...meeting, sequence, changedBecause: because }
    if (called.length > 0) await tellMembers(ctx, cancelled, 'cancelled', called)
    await recordMeeting(ctx, meeting.announcedAt === null ? 'meetings.prepared' : 'meetings.cancelled', meeting)
    if (meeting.announcedAt === null) await tellDay(ctx, meeting)
    return { ok: true }
  })
}
