import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { recordAbout } from './events.ts'
import { findOpenQuestion } from './queries/questions.ts'
import { findReport, lockReport } from './queries/reports.ts'
import { cleanWords } from './rules.ts'
import { settleQuestion } from './settle-question.ts'
import { tellWorkers } from './tell-workers.ts'

export const answerQuestionInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  reply: z.string().transform(cleanWords).pipe(z.string().min(1, 'replyMissing').max(4000, 'wordsTooLong')),
})
export type AnswerQuestionOutcome = { ok: true } | { ok: false; refusal: 'nothingAsked' }

/** The sender answers what was asked: in public where it was asked in public, else to the officials alone. */
export async function answerQuestion(
  context: Context,
  by: { id: string; holdsLink: boolean },
  { idempotencyKey, reply }: z.output<typeof answerQuestionInput>,
): Promise<AnswerQuestionOutcome> {
  return inTransaction(context, async (ctx) => {
    const report = await lockReport(ctx.db, { id: by.id })
    if (report === undefined || report.state === 'unconfirmed') throw new NotFound()
    const person = ctx.actor.personId
    authorize(by.holdsLink || (person !== null && report.reporterPerson === person))
    return once<AnswerQuestionOutcome>(ctx, idempotencyKey, 'reports.answer-question', async () => {
      const isPublic = (await findOpenQuestion(ctx.db, report.id))?.isPublic
      const settled = await settleQuestion(ctx, report, 'answered', isPublic === false ? reply : null)
      if (settled === undefined) return { ok: false, refusal: 'nothingAsked' }
      await ctx.db
        .insertInto('reports_updates')
        .values({
          report_id: report.id,
          at: ctx.now,
          author: 'reporter',
          author_person: person,
          words: isPublic === true ? reply : '',
          what: isPublic === true ? 'answered' : 'answered-privately',
          about_number: settled.days,
        })
        .execute()
      const after = (await findReport(ctx.db, { id: report.id }))!
      await recordAbout(ctx, after, 'reports.told-more', { number: after.number, by: 'reporter', state: '' })
      await tellWorkers(ctx, after, 'question-answered')
      return { ok: true }
    })
  })
}
