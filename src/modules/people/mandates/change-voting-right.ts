import * as z from 'zod'
import { authorize, inTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { day } from '../inputs.ts'
import { lockBody } from '../queries/change-bodies.ts'
import { insertMembership } from '../queries/memberships.ts'
import { canGrantRoles, canManageBodies, daysAfter } from '../rules.ts'
import { findMandate, moveSubstituteSeat, updateSeatEnd } from './queries.ts'

export const changeVotingRightInput = z.object({ voteFrom: day, votes: z.enum(['yes', 'no'], 'invalid') })

export type ChangeVotingRightOutcome =
  | { ok: true; membershipId: string }
  | { ok: false; refusal: 'notHeldThen' | 'sameAlready' | 'suspendedThen' | 'roleNotYours' }

/** With or without a vote from a day on: one membership ends on the eve and another begins, in one step. */
export async function changeVotingRight(
  context: Context,
  id: string,
  { voteFrom, votes }: z.output<typeof changeVotingRightInput>,
): Promise<ChangeVotingRightOutcome> {
  authorize(canManageBodies(context.actor))
  return inTransaction<ChangeVotingRightOutcome>(context, async (ctx) => {
    const bodyId = (await findMandate(ctx.db, id, todayOf(ctx)))?.bodyId
    if (bodyId === undefined) throw new NotFound()
    const body = (await lockBody(ctx.db, bodyId))!
    const mandate = (await findMandate(ctx.db, id, todayOf(ctx)))!
    const { personId, postId, onBehalfOf, untilDate, replaces } = mandate
    const votingRight = votes === 'yes'
    if (!canGrantRoles(ctx.actor, body.memberRoles)) return { ok: false, refusal: 'roleNotYours' }
    if (voteFrom <= mandate.fromDate || (untilDate !== null && voteFrom > untilDate))
      return { ok: false, refusal: 'notHeldThen' }
    if (mandate.votingRight === votingRight) return { ok: false, refusal: 'sameAlready' }
    // A suspension hangs on the membership in which it began.
    if (mandate.suspensions.some((one) => one.untilDate === null || one.untilDate >= voteFrom))
      return { ok: false, refusal: 'suspendedThen' }
    await updateSeatEnd(ctx.db, id, daysAfter(voteFrom, -1))
    const changed = { personId, bodyId, postId, onBehalfOf, fromDate: voteFrom, untilDate, votingRight, replaces }
    const membershipId = await insertMembership(ctx.db, changed, ctx.now)
    await moveSubstituteSeat(ctx.db, id, membershipId)
    await record(ctx, 'people.voting-right-changed', `body:${bodyId}`, {
      bodySlug: body.slug,
      bodyName: body.name.et,
      membershipId,
      fromDate: voteFrom,
      votingRight,
    })
    return { ok: true, membershipId }
  })
}
