import * as z from 'zod'
import { todayOf, type Context } from '#platform/context.ts'
import { recordAct } from './events.ts'
import { day, words } from './inputs.ts'
import { matchRelations, updateAct } from './queries/change-acts.ts'
import { annulments } from './rules.ts'
import { workOn } from './work-on.ts'

export const annulInput = z.object({
  how: z.enum(annulments, 'invalid').exclude(['vote'], 'invalid'),
  annulOn: day,
  annulBecause: words(1000),
})
export type AnnulOutcome = { ok: true } | { ok: false; refusal: 'annulledAlready' | 'inFuture' | 'beforeAdoption' }

/** By a court, by supervision, or withdrawn. It keeps its number and stays readable, with the reason. */
export async function annulAct(
  context: Context,
  slug: string,
  { how, annulOn: on, annulBecause: because }: z.output<typeof annulInput>,
): Promise<AnnulOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<AnnulOutcome> => {
    if (act.annulledOn !== null) return { ok: false, refusal: 'annulledAlready' }
    if (on > todayOf(ctx)) return { ok: false, refusal: 'inFuture' }
    if (on < act.adoptedOn) return { ok: false, refusal: 'beforeAdoption' }
    await updateAct(ctx.db, act.id, { annulled: { on, how, because, isBehindDoors: false } }, ctx.now)
    await matchRelations(ctx.db, { actId: act.id }, ctx.now)
    await recordAct(ctx, 'acts.annulled', act, { how })
    return { ok: true }
  })
}
