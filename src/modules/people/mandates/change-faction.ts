import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, Refused, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { refusing } from '#platform/refusing.ts'
import { day, optionalId } from '../inputs.ts'
import { lockBody } from '../queries/change-bodies.ts'
import { insertMembership, listSittings } from '../queries/memberships.ts'
import { canGrantRoles, canManageBodies, covers, daysAfter, fitsSeats } from '../rules.ts'
import { listFactionStretches } from './faction-queries.ts'
import { leaveFaction } from './leave-faction.ts'
import { findMandate, listSeatsOf } from './queries.ts'
import { lastDayOfSeat } from './rules.ts'

export const changeFactionInput = z.object({ factionFrom: day, factionId: optionalId })

type ChangeRefusal = 'notHeldThen' | 'unknownBody' | 'sameAlready' | 'dissolved' | 'roleNotYours' | 'noSeat'
export type ChangeFactionOutcome = { ok: true } | { ok: false; refusal: ChangeRefusal }

/** From a day on a member is in another faction, or in none; until then the old one stands. */
export async function changeFaction(
  context: Context,
  id: string,
  { factionFrom, factionId }: z.output<typeof changeFactionInput>,
): Promise<ChangeFactionOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction<ChangeFactionOutcome>(context, async (ctx) => {
    const bodyId = (await findMandate(ctx.db, id, todayOf(ctx)))?.bodyId
    if (bodyId === undefined) throw new NotFound()
    const body = (await lockBody(ctx.db, bodyId))!
    const mandate = (await findMandate(ctx.db, id, todayOf(ctx)))!
    if (!covers(mandate, factionFrom)) return { ok: false, refusal: 'notHeldThen' }
    const { personId } = mandate
    const held = await listFactionStretches(ctx.db, bodyId, personId)
    const before = held.find((one) => covers(one, factionFrom))
    if ((before?.factionId ?? null) === factionId) return { ok: false, refusal: 'sameAlready' }
    await leaveFaction(ctx, { bodyId, personId, on: daysAfter(factionFrom, -1) })
    if (factionId !== null) await join(ctx, { factionId, bodyId, personId, fromDate: factionFrom })
    const facts = { bodySlug: body.slug, bodyName: body.name.et, membershipId: id, fromDate: factionFrom }
    await record(ctx, 'people.faction-changed', `body:${bodyId}`, facts)
    return { ok: true }
  })
}

type Joining = { factionId: string; bodyId: string; personId: string; fromDate: string }

async function join(ctx: Context, { factionId, bodyId, personId, fromDate }: Joining): Promise<void> {
  const refused = (refusal: ChangeRefusal) => new Refused({ ok: false, refusal })
  const faction = await lockBody(ctx.db, factionId)
  if (faction === undefined || faction.kind !== 'faction' || faction.parentId !== bodyId) throw refused('unknownBody')
  if (faction.dissolvedOn !== null) throw refused('dissolved')
  if (!canGrantRoles(ctx.actor, faction.memberRoles)) throw refused('roleNotYours')
  const seats = await listSeatsOf(ctx.db, { personId, bodyId })
  const newcomer = { personId, fromDate, untilDate: lastDayOfSeat(seats, fromDate) }
  if (!fitsSeats(await listSittings(ctx.db, { bodyId: factionId }), newcomer, faction.seats)) throw refused('noSeat')
  const seat = { ...newcomer, bodyId: factionId, postId: null, onBehalfOf: null }
  const membershipId = await refusing({ people_memberships_overlap: 'sameAlready' }, () =>
    insertMembership(ctx.db, seat, ctx.now),
  )
  const facts = { bodySlug: faction.slug, bodyName: faction.name.et, postTitle: null, membershipId, fromDate }
  await record(ctx, 'people.membership-began', `body:${factionId}`, facts)
}
