import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { refusing } from '#platform/refusing.ts'
import { day, optionalDay, optionalId } from '../inputs.ts'
import { lockBody } from '../queries/change-bodies.ts'
import { canGrantRoles, canManageBodies, covers } from '../rules.ts'
import { findMandate, insertSuspension, listSeatsOf } from './queries.ts'
import { earlierEnd, isTooShort, lastDayOfSeat, suspensionGrounds } from './rules.ts'
import { takeSeat, type TakeSeatRefusal } from './take-seat.ts'

export const suspendMandateInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    fromDate: day,
    untilDate: optionalDay,
    ground: z.enum(suspensionGrounds, 'groundMissing'),
    /** The substitute member of the same decision (KOKS § 20(3)). */
    substituteId: optionalId,
  })
  .refine(({ fromDate, untilDate }) => untilDate === null || untilDate >= fromDate, {
    error: 'beforeBeginning',
    path: ['untilDate'],
  })
  .refine(({ ground, ...days }) => !isTooShort(ground, days), { error: 'suspensionTooShort', path: ['untilDate'] })

type SuspendRefusal = TakeSeatRefusal | 'notOfCouncil' | 'notHeldThen' | 'suspendedAlready' | 'roleNotYours'
export type SuspendMandateOutcome = { ok: true } | { ok: false; refusal: SuspendRefusal }

/**
 * The mandate rests from a day on, by the electoral committee's decision; with it the substitute member's begins
 * (KOKS §§ 19 and 20(3)). Whatever the member is in the council rests too.
 */
export async function suspendMandate(
  context: Context,
  membershipId: string,
  input: z.output<typeof suspendMandateInput>,
): Promise<SuspendMandateOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction(context, (ctx) =>
    once<SuspendMandateOutcome>(ctx, input.idempotencyKey, 'suspendMandate', async () => {
      const bodyId = (await findMandate(ctx.db, membershipId, todayOf(ctx)))?.bodyId
      if (bodyId === undefined) throw new NotFound()
      const body = (await lockBody(ctx.db, bodyId))!
      const mandate = (await findMandate(ctx.db, membershipId, todayOf(ctx)))!
      const { fromDate, ground, substituteId } = input
      if (mandate.bodyKind !== 'council' || mandate.postId !== null) return { ok: false, refusal: 'notOfCouncil' }
      if (!covers(mandate, fromDate)) return { ok: false, refusal: 'notHeldThen' }
      if (!canGrantRoles(ctx.actor, body.memberRoles)) return { ok: false, refusal: 'roleNotYours' }
      // A mandate that is over rests no more: in the next composition the same person has another one.
      const untilDate = earlierEnd(input.untilDate, lastDayOfSeat(await listSeatsOf(ctx.db, mandate), fromDate))
      await refusing({ people_mandate_suspensions_overlap: 'suspendedAlready' }, () =>
        insertSuspension(ctx.db, mandate, { fromDate, untilDate, ground }, ctx.now),
      )
      const facts = { bodySlug: body.slug, bodyName: body.name.et, membershipId, fromDate }
      await record(ctx, 'people.mandate-suspended', `body:${bodyId}`, facts)
      if (substituteId !== null) await takeSeat(ctx, body, mandate, { substituteId, fromDate, untilDate })
      return { ok: true }
    }),
  )
}
