import * as z from 'zod'
import { personOf, todayOf, type Context } from '#platform/context.ts'
import { materials } from '#modules/meetings/index.ts'
import { recordAct } from './events.ts'
import { day, words } from './inputs.ts'
import { matchReaders } from './match-readers.ts'
import { decidedAt, restrictMaterials } from './restrict-materials.ts'
import { updateAct } from './queries/change-acts.ts'
import { insertRestriction, liftRestriction } from './queries/restrictions.ts'
import { covers, longestUntil, restrictionOn } from './rules.ts'
import { workOn } from './work-on.ts'

export const restrictInput = z.object({
  covers: z.enum(covers, 'invalid'),
  ground: words(300),
  until: day,
  isPersonal: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})
export const liftInput = z.object({ liftBecause: words(500) })

export type RestrictOutcome =
  | { ok: true }
  | { ok: false; refusal: 'untilInPast' | 'untilTooFar' | 'restrictedAlready' | 'notRestricted' | 'notClosed' }

/** For internal use only (AK) from today to a day, with its ground (AvTS §§ 35, 40, 41). */
export async function restrictAct(
  context: Context,
  slug: string,
  input: z.output<typeof restrictInput>,
): Promise<RestrictOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<RestrictOutcome> => {
    const from = todayOf(ctx)
    const { covers: covered, ground: basis, until, isPersonal } = input
    if (until < from) return { ok: false, refusal: 'untilInPast' }
    if (until > longestUntil(from, isPersonal)) return { ok: false, refusal: 'untilTooFar' }
    if (restrictionOn(act.restrictions, from) !== null) return { ok: false, refusal: 'restrictedAlready' }
    const restriction = { covers: covered, basis, isPersonal, from, until, setAt: ctx.now }
    const { id } = await insertRestriction(ctx.db, act.id, { ...restriction, byPerson: personOf(ctx.actor) })
    await restrictMaterials(ctx, decidedAt(act), { source: id, basis, from, until })
    await updateAct(ctx.db, act.id, {}, ctx.now)
    await matchReaders(ctx, act.id)
    await recordAct(ctx, 'acts.restricted', act, { covers: covered, until })
    return { ok: true }
  })
}

/** The reason is gone before the day (AvTS § 42): the restriction ends today, with a note. */
export async function liftRestrictionOf(
  context: Context,
  slug: string,
  { liftBecause: because }: z.output<typeof liftInput>,
): Promise<RestrictOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<RestrictOutcome> => {
    const on = todayOf(ctx)
    const restriction = restrictionOn(act.restrictions, on)
    if (restriction === null) return { ok: false, refusal: 'notRestricted' }
    await liftRestriction(ctx.db, restriction.id, { on, because, now: ctx.now })
    await materials.open(ctx, restriction.id, on)
    await updateAct(ctx.db, act.id, {}, ctx.now)
    await matchReaders(ctx, act.id)
    await recordAct(ctx, 'acts.opened', act, {})
    return { ok: true }
  })
}

/** The text of what was discussed behind closed doors is open to all from now on. */
export async function openAct(context: Context, slug: string): Promise<RestrictOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<RestrictOutcome> => {
    if (act.closedBasis === '' || act.openedAt !== null) return { ok: false, refusal: 'notClosed' }
    await updateAct(ctx.db, act.id, { openedAt: ctx.now }, ctx.now)
    await matchReaders(ctx, act.id)
    await recordAct(ctx, 'acts.opened', act, {})
    return { ok: true }
  })
}
