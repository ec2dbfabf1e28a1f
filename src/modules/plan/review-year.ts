import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText } from '#platform/language.ts'
import { planSubject } from './events.ts'
import { readPlan } from './read-plan.ts'
import { coordinates } from './rules.ts'

export const reviewYearInput = z.object({
  year: z.coerce.number('yearWrong').int('yearWrong').min(2000, 'yearWrong').max(2200, 'yearWrong'),
  'summary.et': z.string().trim().min(20, 'summaryTooShort').max(10_000, 'textTooLong'),
  'summary.en': z.string().trim().max(10_000, 'textTooLong').default(''),
  'summary.ru': z.string().trim().max(10_000, 'textTooLong').default(''),
  actNumber: z.string().trim().max(100, 'actTooLong').default(''),
})
export type ReviewOutcome = { ok: true } | { ok: false; refusal: 'yearInFuture' | 'alreadyReviewed' }

/** The yearly review: the coordinator's words beside the counts computed on the day, which stay as they were. */
export async function reviewYear(context: Context, input: z.output<typeof reviewYearInput>): Promise<ReviewOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    if (String(input.year) > todayOf(ctx).slice(0, 4)) return { ok: false, refusal: 'yearInFuture' }
    const plan = await readPlan(ctx)
    if (plan === undefined) throw new NotFound()
    const summary = reviseText(undefined, { et: input['summary.et'], en: input['summary.en'], ru: input['summary.ru'] })
    const written = await ctx.db
      .insertInto('plan_reviews')
      .values({
        year: input.year,
        version_id: plan.version.id,
        summary: JSON.stringify(summary),
        counts: JSON.stringify(plan.counts),
        act_number: input.actNumber === '' ? null : input.actNumber,
        written_by: personOf(ctx.actor),
        written_at: ctx.now,
      })
      .onConflict((conflict) => conflict.constraint('plan_reviews_pkey').doNothing())
      .returning('year')
      .executeTakeFirst()
    if (written === undefined) return { ok: false, refusal: 'alreadyReviewed' }
    await record(ctx, 'plan.year-reviewed', planSubject(plan.version.number), { year: input.year })
    return { ok: true }
  })
}
