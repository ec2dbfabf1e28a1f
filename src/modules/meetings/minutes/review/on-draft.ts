import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { MeetingState } from '../../log/state.ts'
import { lockMeeting, type Meeting } from '../../queries/meetings.ts'
import { readState } from '../../read-state.ts'
import { findDraft, listVersions, type MinutesDraft } from '../queries.ts'

export type Ground = { meeting: Meeting; state: MeetingState; draft: MinutesDraft; isPublished: boolean }
export type ReviewRefusal =
  | 'notHeld'
  | 'isApproved'
  | 'inReview'
  | 'notInReview'
  | 'reviewNotOver'
  | 'remarksOpen'
  | 'answered'
  | 'noDecision'
export type ReviewOutcome = { ok: true } | { ok: false; refusal: ReviewRefusal }

/** One step on the way of the minutes: the meeting is locked, and only then it is judged who may. */
export async function onDraft(
  context: Context,
  number: number,
  mayDo: (ground: Ground) => boolean,
  work: (ctx: Context, ground: Ground) => Promise<ReviewOutcome>,
): Promise<ReviewOutcome> {
  authorize(context.actor.personId !== null)
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    const state = meeting === undefined ? undefined : await readState(ctx.db, meeting.id)
    if (meeting === undefined || state === undefined) throw new NotFound()
    const draft = await findDraft(ctx.db, meeting.id)
    const isPublished = (await listVersions(ctx.db, meeting.id)).length > 0
    const ground = { meeting, state, draft, isPublished }
    authorize(mayDo(ground))
    return meeting.state === 'held' ? work(ctx, ground) : { ok: false, refusal: 'notHeld' }
  })
}
