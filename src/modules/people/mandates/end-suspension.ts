import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, Refused, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { refusing } from '#platform/refusing.ts'
import { day } from '../inputs.ts'
import { lockBody } from '../queries/change-bodies.ts'
import { listSittings } from '../queries/memberships.ts'
import { canGrantRoles, canManageBodies, daysAfter, mostSeated } from '../rules.ts'
import { moveFactionEnd } from './faction-queries.ts'
import { leaveFaction } from './leave-faction.ts'
import {
  findMandate,
  findSuspension,
  listSeatsOf,
  listSubstituteSeats,
  updateSeatEnd,
  updateSubstituteFor,
  updateSuspensionEnd,
  type Mandate,
} from './queries.ts'
import { isTooShort, lastDayOfSeat, leavesOnReturn, staysOnReturn, type SubstituteSeat } from './rules.ts'

export const endSuspensionInput = z.object({ lastDay: day })

export type EndSuspensionOutcome =
  | { ok: true; membershipId: string }
  | {
      ok: false
      refusal:
        | 'beforeBeginning'
        | 'suspensionOver'
        | 'suspendedAlready'
        | 'suspensionTooShort'
        | 'notHeldThen'
        | 'substituteNotFree'
        | 'noSeat'
        | 'roleNotYours'
    }

/**
 * Sets the last day of a suspension: the member is back on the next one, and the substitute's mandate ends with it
 * (KOKS § 20¹). A term that was asked for may be prolonged (§ 19(3)), and the substitute's with it.
 */
export async function endSuspension(
  context: Context,
  id: string,
  { lastDay }: z.output<typeof endSuspensionInput>,
): Promise<EndSuspensionOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction<EndSuspensionOutcome>(context, async (ctx) => {
    const bodyId = (await findSuspension(ctx.db, id))?.bodyId
    if (bodyId === undefined) throw new NotFound()
    const body = (await lockBody(ctx.db, bodyId))!
    const suspension = (await findSuspension(ctx.db, id))!
    const { membershipId, fromDate, untilDate, ground } = suspension
    if (!canGrantRoles(ctx.actor, body.memberRoles)) return { ok: false, refusal: 'roleNotYours' }
    if (lastDay < fromDate) return { ok: false, refusal: 'beforeBeginning' }
    if (untilDate !== null && untilDate < todayOf(ctx)) return { ok: false, refusal: 'suspensionOver' }
    if (lastDay === untilDate) return { ok: true, membershipId }
    // Law gives the shortest term at which one may be asked for; an earlier return is the committee's decision.
    const isProlonged = untilDate !== null && lastDay > untilDate
    if (isProlonged && isTooShort(ground, { fromDate: daysAfter(untilDate, 1), untilDate: lastDay }))
      return { ok: false, refusal: 'suspensionTooShort' }
    const mandate = (await findMandate(ctx.db, membershipId, todayOf(ctx)))!
    const lastOfSeat = lastDayOfSeat(await listSeatsOf(ctx.db, mandate), fromDate)
    if (lastOfSeat !== null && lastDay > lastOfSeat) return { ok: false, refusal: 'notHeldThen' }
    await refusing({ people_mandate_suspensions_overlap: 'suspendedAlready' }, () =>
      updateSuspensionEnd(ctx.db, id, lastDay),
    )
    if (isProlonged) await keepSubstituteOn(ctx, mandate, untilDate, lastDay)
    else await endSubstitute(ctx, body, mandate, lastDay)
    const seated = mostSeated(await listSittings(ctx.db, { bodyId }), daysAfter(lastDay, 1))
    if (body.seats !== null && seated > body.seats) throw new Refused({ ok: false, refusal: 'noSeat' })
    const facts = { bodySlug: body.slug, bodyName: body.name.et, membershipId, untilDate: lastDay }
    await record(ctx, 'people.mandate-restored', `body:${bodyId}`, facts)
    return { ok: true, membershipId }
  })
}

async function keepSubstituteOn(ctx: Context, mandate: Mandate, before: string, lastDay: string): Promise<void> {
  const seat = mandate.substitutes.find(({ untilDate }) => untilDate === before)
  if (seat !== undefined) await moveEnd(ctx, mandate.bodyId, seat, lastDay)
}

/** Another last day of a substitute's seat, and of their place in a faction that ended with it. */
async function moveEnd(ctx: Context, bodyId: string, seat: SubstituteSeat, untilDate: string | null): Promise<void> {
  await refusing({ people_memberships_overlap: 'substituteNotFree' }, () =>
    updateSeatEnd(ctx.db, seat.membershipId, untilDate),
  )
  const { personId } = (await findMandate(ctx.db, seat.membershipId, seat.fromDate))!
  await moveFactionEnd(ctx.db, { bodyId, personId, before: seat.untilDate, untilDate })
}

type BodyName = { id: string; slug: string; name: { et: string } }

async function endSubstitute(ctx: Context, body: BodyName, mandate: Mandate, lastDay: string): Promise<void> {
  const seats = await listSubstituteSeats(ctx.db, body.id)
  const membershipIds = [mandate.id, ...mandate.substitutes.map(({ replaces }) => replaces)]
  const leaving = leavesOnReturn(seats, membershipIds, lastDay)
  if (leaving === undefined) return
  await updateSeatEnd(ctx.db, leaving.membershipId, lastDay)
  const { personId } = (await findMandate(ctx.db, leaving.membershipId, lastDay))!
  await leaveFaction(ctx, { bodyId: body.id, personId, on: lastDay })
  await record(ctx, 'people.membership-ended', `body:${body.id}`, {
    bodySlug: body.slug,
    bodyName: body.name.et,
    postTitle: null,
    membershipId: leaving.membershipId,
    untilDate: lastDay,
  })
  const staying = staysOnReturn(seats, membershipIds, { leaving, lastDay })
  if (staying === undefined) return
  await updateSubstituteFor(ctx.db, staying.membershipId, leaving.replaces)
  if (staying.untilDate !== leaving.untilDate) await moveEnd(ctx, body.id, staying, leaving.untilDate)
}
