import type { Context } from '#platform/context.ts'
import { sayAsOfficial } from './say-as-official.ts'
import { settleQuestion } from './settle-question.ts'
import { workOn } from './work-on.ts'

export type TakeQuestionBackOutcome = { ok: true } | { ok: false; refusal: 'nothingAsked' }

/** The answer is not needed any more, or does not come: the terms run again. */
export async function takeQuestionBack(context: Context, number: number): Promise<TakeQuestionBackOutcome> {
  return workOn(context, number, async (ctx, report) => {
    const settled = await settleQuestion(ctx, report, 'taken-back')
    if (settled === undefined) return { ok: false, refusal: 'nothingAsked' }
    await sayAsOfficial(ctx, report.id, { what: 'question-taken-back', about: settled.days })
    return { ok: true }
  })
}
