import * as z from 'zod'
import { personOf, todayOf, type Context } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { recordAct } from '../events.ts'
import { day, words } from '../inputs.ts'
import { workOn } from '../work-on.ts'
import { insertHanding, outsideWays } from './queries.ts'

export const handOutInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  recipient: words(300),
  purpose: words(500),
  legalBasis: words(300),
  way: z.enum(outsideWays, 'invalid'),
  givenOn: day,
})
export type HandOutOutcome = { ok: true } | { ok: false; refusal: 'inFuture' }

/** Keeps that somebody outside was given what is for internal use only: who, for what, on which ground, when and how. */
export async function handOut(
  context: Context,
  slug: string,
  { idempotencyKey, recipient, purpose, legalBasis, way, givenOn }: z.output<typeof handOutInput>,
): Promise<HandOutOutcome> {
  return workOn(context, slug, (ctx, act) =>
    once<HandOutOutcome>(ctx, idempotencyKey, 'acts.hand-out', async () => {
      if (givenOn > todayOf(ctx)) return { ok: false, refusal: 'inFuture' }
      const handing = { recipient, purpose, basis: legalBasis, way, on: givenOn }
      await insertHanding(ctx.db, { ...handing, actId: act.id, at: ctx.now, by: personOf(ctx.actor) })
      // Not public: to whom, and that at all, is the list's alone.
      await recordAct(ctx, 'acts.handed-out', act, {})
      return { ok: true }
    }),
  )
}
