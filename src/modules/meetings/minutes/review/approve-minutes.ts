import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { personOf, todayOf, type Context } from '#platform/context.ts'
import { recordMeeting } from '../../events.ts'
import { preparesMeetings } from '../../rules.ts'
import { changeDraft } from '../queries.ts'
import { onDraft, type Ground, type ReviewOutcome } from './on-draft.ts'
import { listRemarks } from './queries.ts'
import { isChair, stageOf } from './rules.ts'

export const approveInput = z.object({
  approveBecause: z.string().transform(cleanWords).pipe(z.string().max(500, 'tooLong')).default(''),
})

/**
 * The chair of the meeting approves the minutes, or a secretary on the chair's instruction. Remarks are answered
 * first; whoever does not wait for the end of the time for remarks says why.
 */
export async function approveMinutes(
  context: Context,
  number: number,
  { approveBecause }: z.output<typeof approveInput>,
): Promise<ReviewOutcome> {
  const mayDo = ({ state }: Ground) => isChair(context.actor, state) || preparesMeetings(context.actor)
  return onDraft(context, number, mayDo, async (ctx, { meeting, state, draft, isPublished }) => {
    if (draft.approved !== null || isPublished) return { ok: false, refusal: 'isApproved' }
    const remarks = await listRemarks(ctx.db, meeting.id)
    if (remarks.some(({ answer }) => answer === null)) return { ok: false, refusal: 'remarksOpen' }
    const needsReview = state.setup.statute.minutes.reviewDays > 0
    const isEarly = needsReview && stageOf(draft, isPublished, todayOf(ctx)) !== 'remarks-closed'
    if (isEarly && approveBecause.length < 3) return { ok: false, refusal: 'reviewNotOver' }
    const by = personOf(ctx.actor)
    const columns = {
      approved_at: ctx.now,
      approved_by: by,
      approved_as: isChair(ctx.actor, state) ? 'chair' : 'secretary',
      approved_because: isEarly ? approveBecause : '',
    }
    await changeDraft(ctx.db, meeting.id, columns, { by, now: ctx.now })
    await recordMeeting(ctx, 'meetings.prepared', meeting)
    return { ok: true }
  })
}
