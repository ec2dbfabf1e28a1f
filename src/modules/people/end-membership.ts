import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { day } from './inputs.ts'
import { leaveFaction } from './mandates/leave-faction.ts'
import { endSuspensionsWith } from './mandates/queries.ts'
import { lockBody } from './queries/change-bodies.ts'
import { findMembership, updateMembershipEnd } from './queries/memberships.ts'
import { canManageBodies } from './rules.ts'

export const endMembershipInput = z.object({
  untilDate: day,
  because: z.string('reasonMissing').trim().min(3, 'reasonMissing').max(300, 'tooLong'),
})
export type EndMembershipOutcome =
  | { ok: true; bodyId: string }
  | { ok: false; refusal: 'beforeBeginning' | 'alreadyEnded' }

/** The last day still belongs to the membership. A planned end may be brought forward, never put off. */
export async function endMembership(
  context: Context,
  id: string,
  { untilDate, because }: z.output<typeof endMembershipInput>,
): Promise<EndMembershipOutcome> {
  authorize(canManageBodies(context.actor))
  return inTransaction<EndMembershipOutcome>(context, async (ctx) => {
    const bodyId = (await findMembership(ctx.db, id))?.bodyId
    if (bodyId === undefined) throw new NotFound()
    await lockBody(ctx.db, bodyId)
    const membership = await findMembership(ctx.db, id)
    if (membership === undefined) throw new NotFound()
    if (untilDate < membership.fromDate) return { ok: false, refusal: 'beforeBeginning' }
    if (membership.untilDate !== null && membership.untilDate <= untilDate)
      return { ok: false, refusal: 'alreadyEnded' }
    await updateMembershipEnd(ctx.db, id, untilDate, because)
    if (membership.postTitle === null) {
      await leaveFaction(ctx, { ...membership, on: untilDate })
      await endSuspensionsWith(ctx.db, { ...membership, on: untilDate })
    }
    await record(ctx, 'people.membership-ended', `body:${bodyId}`, {
      bodySlug: membership.bodySlug,
      bodyName: membership.bodyName.et,
      postTitle: membership.postTitle?.et ?? null,
      membershipId: id,
      untilDate,
    })
    return { ok: true, bodyId }
  })
}
