import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { authorize, inTransaction, NotFound, timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { localDate } from '#platform/format.ts'
import { matchReaders } from './annexes/match-readers.ts'
import { factsOf, meetingSubject, recordMeeting } from './events.ts'
import { insertInvitations } from './queries/invitations.ts'
import { listItems } from './queries/items.ts'
import { findMeeting, lockMeeting, updateMeeting } from './queries/meetings.ts'
import { findStatute } from './queries/statutes.ts'
import { daysOfNotice, lacksOf, preparesMeetings, whyNotPrepared, type Lack } from './rules.ts'
import { listMembersOn, tellMembers } from './tell-members.ts'

export const callMembersInput = z.object({
  lateBecause: z.string().transform(cleanWords).pipe(z.string().max(500, 'tooLong')).default(''),
})

type Refusal = Lack | 'cancelled' | 'begun' | 'calledBefore' | 'tooLate' | 'noMembers'
export type CallMembersOutcome = { ok: true; members: number } | { ok: false; refusal: Refusal }

/**
 * Calls the members, with time, place, form of work and matters (KOKS § 43(3)): those whose mandate holds on the day
 * of the meeting. A call that comes later than the body's rules ask needs a reason, which the minutes keep; the first
 * sitting of a council needs no notice (§ 43(1)). Whoever calls announces. Another time or place asks for
 * a new call.
 */
export async function callMembers(
  context: Context,
  number: number,
  { lateBecause }: z.output<typeof callMembersInput>,
): Promise<CallMembersOutcome> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    const closed = whyNotPrepared(meeting)
    if (closed !== null) return { ok: false, refusal: closed }
    if (meeting.startsAt <= ctx.now) return { ok: false, refusal: 'begun' }
    if (meeting.state === 'invited') return { ok: false, refusal: 'calledBefore' }
    const items = await listItems(ctx.db, meeting.id)
    const [lack] = lacksOf(
      meeting,
      items.map((item) => ({ ...item, hasDraft: item.versions > 0 })),
    )
    if (lack !== undefined) return { ok: false, refusal: lack }
    const heldOn = localDate(meeting.startsAt, timeZoneOf(ctx.db))
    const daysBefore = daysOfNotice(todayOf(ctx), heldOn)
    const needed = (await findStatute(ctx.db, meeting.body, heldOn))?.invitation.daysBefore ?? 0
    const isLate = meeting.kind !== 'first' && daysBefore < needed
    if (isLate && lateBecause.length < 3) return { ok: false, refusal: 'tooLate' }
    const members = await listMembersOn(ctx, meeting.body.id, heldOn)
    if (members.length === 0) return { ok: false, refusal: 'noMembers' }
    await updateMeeting(
      ctx.db,
      meeting.id,
      {
        state: 'invited',
        invitedAt: ctx.now,
        announcedAt: meeting.announcedAt ?? ctx.now,
        lateBecause: isLate ? lateBecause : '',
      },
      ctx.now,
    )
    const called = (await findMeeting(ctx.db, { id: meeting.id }))!
    const ids = members.map(({ personId }) => personId)
    await insertInvitations(ctx.db, meeting.id, meeting.sequence, ids, ctx.now)
    await tellMembers(ctx, called, 'called', ids)
    if (meeting.announcedAt === null) {
      await matchReaders(ctx, called)
      await recordMeeting(ctx, 'meetings.announced', called)
    }
    const facts = { ...factsOf(ctx, called), members: members.length, daysBefore }
    await record(ctx, 'meetings.called', meetingSubject(meeting.id), facts)
    return { ok: true, members: members.length }
  })
}
