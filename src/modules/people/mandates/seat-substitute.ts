import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { day } from '../inputs.ts'
import { lockBody } from '../queries/change-bodies.ts'
import { canGrantRoles, canManageBodies, covers, suspensionOn } from '../rules.ts'
import { findMandate } from './queries.ts'
import { takeSeat, type TakeSeatRefusal } from './take-seat.ts'

export const seatSubstituteInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  seatId: z.uuid('substituteMissing'),
  seatFrom: day,
})

export type SeatSubstituteOutcome =
  | { ok: true }
  | { ok: false; refusal: TakeSeatRefusal | 'notOfCouncil' | 'mandateHolds' | 'roleNotYours' }

/** A substitute member takes over a seat whose mandate has ended or rests, from a day on (KOKS § 20). */
export async function seatSubstitute(
  context: Context,
  membershipId: string,
  { idempotencyKey, seatId, seatFrom }: z.output<typeof seatSubstituteInput>,
): Promise<SeatSubstituteOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction(context, (ctx) =>
    once<SeatSubstituteOutcome>(ctx, idempotencyKey, 'seatSubstitute', async () => {
      const bodyId = (await findMandate(ctx.db, membershipId, todayOf(ctx)))?.bodyId
      if (bodyId === undefined) throw new NotFound()
      const body = (await lockBody(ctx.db, bodyId))!
      const mandate = (await findMandate(ctx.db, membershipId, todayOf(ctx)))!
      if (mandate.bodyKind !== 'council' || mandate.postId !== null) return { ok: false, refusal: 'notOfCouncil' }
      if (!canGrantRoles(ctx.actor, body.memberRoles)) return { ok: false, refusal: 'roleNotYours' }
      const suspension = suspensionOn(mandate, seatFrom)
      const isOver = mandate.untilDate !== null && mandate.untilDate < seatFrom
      if (!isOver && (suspension === undefined || !covers(mandate, seatFrom)))
        return { ok: false, refusal: 'mandateHolds' }
      const untilDate = isOver ? null : suspension!.untilDate
      await takeSeat(ctx, body, mandate, { substituteId: seatId, fromDate: seatFrom, untilDate })
      return { ok: true }
    }),
  )
}
