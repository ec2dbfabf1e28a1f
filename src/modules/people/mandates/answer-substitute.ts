import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { optionalDay } from '../inputs.ts'
import { canManageBodies } from '../rules.ts'
import { findSubstitute, updateAnswer } from './queries.ts'

export const answerSubstituteInput = z
  .object({ offeredOn: optionalDay, acceptedOn: optionalDay, declinedOn: optionalDay })
  .refine(({ acceptedOn, declinedOn }) => acceptedOn === null || declinedOn === null, {
    error: 'bothAnswers',
    path: ['declinedOn'],
  })
  .refine(({ offeredOn, acceptedOn }) => offeredOn === null || acceptedOn === null || acceptedOn >= offeredOn, {
    error: 'answerBeforeOffer',
    path: ['acceptedOn'],
  })
  .refine(({ offeredOn, declinedOn }) => offeredOn === null || declinedOn === null || declinedOn >= offeredOn, {
    error: 'answerBeforeOffer',
    path: ['declinedOn'],
  })

/** When a substitute was told of the seat and what they answered; three working days are theirs (KOKS § 20(5)). */
export async function answerSubstitute(
  context: Context,
  id: string,
  answered: z.output<typeof answerSubstituteInput>,
): Promise<{ bodyId: string }> {
  authorize(canManageBodies(context.actor))
  return inTransaction(context, async (ctx) => {
    const substitute = await findSubstitute(ctx.db, id)
    if (substitute === undefined) throw new NotFound()
    await updateAnswer(ctx.db, id, answered)
    const { bodyId, bodySlug, bodyName } = substitute
    await record(ctx, 'people.substitute-answered', `body:${bodyId}`, { bodySlug, bodyName: bodyName.et })
    return { bodyId }
  })
}
