import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { personOf, todayOf, type Context } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { recordMeeting } from '../../events.ts'
import { preparesMeetings } from '../../rules.ts'
import { isMarkedWell } from '../private-names.ts'
import { onDraft, type Ground, type ReviewOutcome } from './on-draft.ts'
import { insertRemark, listRemarks, putDissent, updateAnswer } from './queries.ts'
import { dissentable, hadSeat, isOfBody, stageOf } from './rules.ts'

const words = (most: number) =>
  z.string().transform(cleanWords).pipe(z.string().min(1, 'wordsMissing').max(most, 'tooLong'))

export const remarkInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  item: z.string().max(100).default(''),
  remark: words(4000),
})
export const dissentInput = z.object({
  dissentItem: z.string().min(1, 'itemMissing').max(100),
  dissent: words(10_000).refine(isMarkedWell, 'markOpen'),
})
/** Many such forms stand on one page: a field is called `answer:` and the remark's own name. */
export const answerInput = z.preprocess(
  (values) => Object.fromEntries(Object.entries(values as object).map(([name, value]) => [name.split(':')[0], value])),
  z.object({
    remark: z.uuid('invalid'),
    taken: z.enum(['yes', 'no'], 'invalid'),
    answer: z.string().transform(cleanWords).pipe(z.string().max(2000, 'tooLong')).default(''),
  }),
)

const isInReview = (ctx: Context, { draft, isPublished }: Ground): boolean =>
  stageOf(draft, isPublished, todayOf(ctx)) === 'out-for-remarks'

/** A member's remark to the draft, on one item or on the whole. */
export async function addRemark(
  context: Context,
  number: number,
  { idempotencyKey, item, remark }: z.output<typeof remarkInput>,
): Promise<ReviewOutcome> {
  const mayDo = ({ meeting, state }: Ground) => isOfBody(context.actor, meeting, state)
  return onDraft(context, number, mayDo, async (ctx, ground) => {
    const { meeting, state } = ground
    if (!isInReview(ctx, ground)) return { ok: false, refusal: 'notInReview' }
    const itemId = state.items.has(item) ? item : ''
    const personId = personOf(ctx.actor)
    return once<{ ok: true }>(ctx, idempotencyKey, 'meetings.remark', async () => {
      await insertRemark(ctx.db, { meetingId: meeting.id, itemId, personId, words: remark, at: ctx.now })
      await recordMeeting(ctx, 'meetings.prepared', meeting)
      return { ok: true }
    })
  })
}

/** Whether a remark was taken in, and why if not. */
export async function answerRemark(
  context: Context,
  number: number,
  { remark, taken, answer }: z.output<typeof answerInput>,
): Promise<ReviewOutcome> {
  const mayDo = () => preparesMeetings(context.actor)
  return onDraft(context, number, mayDo, async (ctx, { meeting, draft }) => {
    if (draft.approved !== null) return { ok: false, refusal: 'isApproved' }
    const found = (await listRemarks(ctx.db, meeting.id)).find(({ id }) => id === remark)
    if (found === undefined || found.answer !== null) return { ok: false, refusal: 'answered' }
    const by = personOf(ctx.actor)
    await updateAnswer(ctx.db, found.id, { isTakenIn: taken === 'yes', words: answer, at: ctx.now, by })
    await recordMeeting(ctx, 'meetings.prepared', meeting)
    return { ok: true }
  })
}

/** A member's dissent to a decision. It stands in the minutes, and is theirs to change until these are approved. */
export async function writeDissent(
  context: Context,
  number: number,
  { dissentItem: item, dissent }: z.output<typeof dissentInput>,
): Promise<ReviewOutcome> {
  const mayDo = ({ state }: Ground) => hadSeat(context.actor, state)
  return onDraft(context, number, mayDo, async (ctx, ground) => {
    const { meeting, state, draft } = ground
    if (draft.approved !== null) return { ok: false, refusal: 'isApproved' }
    if (!isInReview(ctx, ground)) return { ok: false, refusal: 'notInReview' }
    if (!dissentable(state).includes(item)) return { ok: false, refusal: 'noDecision' }
    const personId = personOf(ctx.actor)
    await putDissent(ctx.db, { meetingId: meeting.id, itemId: item, personId, words: dissent, at: ctx.now })
    await recordMeeting(ctx, 'meetings.prepared', meeting)
    return { ok: true }
  })
}
