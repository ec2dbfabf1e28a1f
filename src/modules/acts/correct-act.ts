import * as z from 'zod'
import { personOf, type Context } from '#platform/context.ts'
import { refusing } from '#platform/refusing.ts'
import { recordAct } from './events.ts'
import { actNumber, words } from './inputs.ts'
import { findAct } from './queries/acts.ts'
import { keepLastNumber, lockSeries, updateAct } from './queries/change-acts.ts'
import { insertCorrection } from './queries/corrections.ts'
import { slugOf } from './rules.ts'
import { workOn } from './work-on.ts'

export const correctInput = z.object({
  correctTitle: words(500),
  correctNumber: actNumber,
  correctBecause: words(1000),
})
export type CorrectOutcome = { ok: true } | { ok: false; refusal: 'fromSitting' | 'nothingCorrected' | 'numberTaken' }

const constraints = { acts_acts_number_once: 'numberTaken', acts_acts_slug_key: 'numberTaken' } as const

/**
 * Title or number of an act that was entered at the desk, mended with a reason; what stood there is shown beside it,
 * and its address leads on. What a sitting decided has its title and number from there.
 */
export async function correctAct(
  context: Context,
  slug: string,
  { correctTitle: title, correctNumber: number, correctBecause: because }: z.output<typeof correctInput>,
): Promise<CorrectOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<CorrectOutcome> => {
    if (act.adoptedAt !== null) return { ok: false, refusal: 'fromSitting' }
    if (title === act.title && number === act.number) return { ok: false, refusal: 'nothingCorrected' }
    const series = { bodyId: act.body.id, kind: act.kind, period: act.period }
    const last = await lockSeries(ctx.db, series)
    const address = slugOf({ body: act.body.slug, number, kind: act.kind, period: act.period })
    const before = { title: act.title, number: act.number, slug: act.slug }
    await insertCorrection(ctx.db, act.id, { ...before, because, at: ctx.now, byPerson: personOf(ctx.actor) })
    await refusing(constraints, () => updateAct(ctx.db, act.id, { title, number, slug: address }, ctx.now))
    if (number > last) await keepLastNumber(ctx.db, series, number)
    await recordAct(ctx, 'acts.corrected', (await findAct(ctx.db, { id: act.id }))!, { before: act.number })
    return { ok: true }
  })
}
