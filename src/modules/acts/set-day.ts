import * as z from 'zod'
import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { recordAct } from './events.ts'
import { dayOrNone, wordsOrNone } from './inputs.ts'
import { updateAct } from './queries/change-acts.ts'
import { findRules } from './queries/rules.ts'
import { inForceOn } from './rules.ts'
import { workOn } from './work-on.ts'

export const setDayInput = z.object({
  gazetteOn: dayOrNone,
  gazetteReference: wordsOrNone(100),
  statedOn: dayOrNone,
})
export type SetDayOutcome = { ok: true } | { ok: false; refusal: 'referenceWithoutDay' | 'inFuture' | 'beforeAdoption' }

/** When it was published in Riigi Teataja and what later day it states: the day of entry into force follows. */
export async function setDay(
  context: Context,
  slug: string,
  input: z.output<typeof setDayInput>,
): Promise<SetDayOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<SetDayOutcome> => {
    const { gazetteOn, gazetteReference, statedOn } = input
    if (gazetteReference !== '' && gazetteOn === null) return { ok: false, refusal: 'referenceWithoutDay' }
    if (gazetteOn !== null && gazetteOn > todayOf(ctx)) return { ok: false, refusal: 'inFuture' }
    if (gazetteOn !== null && gazetteOn < act.adoptedOn) return { ok: false, refusal: 'beforeAdoption' }
    const notifiedOn = act.adoptedAt === null ? act.adoptedOn : localDate(act.publishedAt, timeZoneOf(ctx.db))
    const rules = await findRules(ctx.db, act.adoptedOn)
    const inForce = inForceOn({ kind: act.kind, notifiedOn, gazetteOn, statedOn }, rules)
    await updateAct(ctx.db, act.id, { gazetteOn, gazetteReference, statedOn, inForceOn: inForce }, ctx.now)
    await recordAct(ctx, 'acts.day-set', act, { inForceOn: inForce ?? '' })
    return { ok: true }
  })
}
