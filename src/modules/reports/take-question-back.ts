import { personOf, type Context } from '#platform/context.ts'
import { settleQuestion } from './settle-question.ts'
import { workOn } from './work-on.ts'

export type TakeQuestionBackOutcome = { ok: true } | { ok: false; refusal: 'nothingAsked' }

/** The answer is not needed any more, or does not come: the terms run again. */
export async function takeQuestionBack(context: Context, number: number): Promise<TakeQuestionBackOutcome> {
  return workOn(context, number, async (ctx, report) => {
    const settled = await settleQuestion(ctx, report, 'taken-back')
    if (settled === undefined) return { ok: false, refusal: 'nothingAsked' }
    await ctx.db
      .insertInto('reports_updates')
      .values({
        report_id: report.id,
        at: ctx.now,
        author: 'official',
        author_person: personOf(ctx.actor),
        author_post: ctx.actor.postIds[0] ?? null,
        words: '',
        what: 'question-taken-back',
        about_number: settled.days,
      })
      .execute()
    return { ok: true }
  })
}
