import { todayOf, type Context } from '#platform/context.ts'
import { recordAbout } from './events.ts'
import { daysOf, movedOn } from './deadlines.ts'
import { findOpenQuestion, type Question } from './queries/questions.ts'
import type { Report } from './queries/reports.ts'

/**
 * The report waits no more: its terms run again, moved on by the working days waited. Within the transaction that has
 * locked the report; answers undefined when nothing was asked.
 */
export async function settleQuestion(
  ctx: Context,
  report: Report,
  how: 'answered' | 'taken-back' | 'closed',
  answerWords: string | null = null,
): Promise<{ question: Question; days: number } | undefined> {
  const question = await findOpenQuestion(ctx.db, report.id)
  if (question === undefined) return undefined
  const pause = { from: question.waitsFrom, until: todayOf(ctx) }
  const days = daysOf(pause)
  await ctx.db
    .updateTable('reports_questions')
    .set({ settled_at: ctx.now, settled_how: how, waits_until: pause.until, answer_words: answerWords })
    .where('id', '=', question.id)
    .execute()
  await ctx.db
    .updateTable('reports_reports')
    .set({ waits_since: null, fix_due: movedOn(report.fixDue!, pause) })
    .where('id', '=', report.id)
    .execute()
  await recordAbout(ctx, report, 'reports.resumed', { number: report.number, days })
  return { question, days }
}
