import * as z from 'zod'
import { personOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { recordAbout } from './events.ts'
import { stateMessages } from './messages/states.ts'
import { findReport, type Report } from './queries/reports.ts'
import { canBecome, cleanWords, isClosed, isFixed, reportStates, type ReportState } from './rules.ts'
import { settleQuestion } from './settle-question.ts'
import { tellDoubles } from './tell-doubles.ts'
import { tellReporter } from './tell-reporter.ts'
import { workOn } from './work-on.ts'

export const answerReportInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  words: z.string().transform(cleanWords).pipe(z.string().max(4000, 'wordsTooLong')).default(''),
  state: z.union([z.literal('').transform(() => null), z.enum(reportStates)], 'invalid').default(null),
})
export type AnswerReportOutcome = { ok: true } | { ok: false; refusal: 'nothingNew' | 'wordsNeeded' | 'wrongState' }

/** The municipality answers in public, and says what has become of the report. */
export async function answerReport(
  context: Context,
  keys: SiteKeys,
  number: number,
  { idempotencyKey, words, state }: z.output<typeof answerReportInput>,
): Promise<AnswerReportOutcome> {
  return workOn(context, number, (ctx, report) =>
    once<AnswerReportOutcome>(ctx, idempotencyKey, 'reports.answer', () => answer(ctx, keys, report, { words, state })),
  )
}

/** Within the transaction that has locked the report. */
export async function answer(
  ctx: Context,
  keys: SiteKeys,
  report: Report,
  { words, state }: { words: string; state: ReportState | null },
): Promise<AnswerReportOutcome> {
  const { number } = report
  if (words === '' && state === null) return { ok: false, refusal: 'nothingNew' }
  if (state !== null && !canBecome(report.state, state)) return { ok: false, refusal: 'wrongState' }
  if (state !== null && isClosed(state) && !isFixed(state) && words === '') return { ok: false, refusal: 'wordsNeeded' }
  if (state !== null && isClosed(state)) await settleQuestion(ctx, report, 'closed')
  const { id } = await ctx.db
    .insertInto('reports_updates')
    .values({
      report_id: report.id,
      at: ctx.now,
      author: 'official',
      author_person: personOf(ctx.actor),
      author_post: postOf(ctx, report),
      words,
      new_state: state,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('reports_reports')
    .set({
      first_answer_at: report.firstAnswerAt ?? ctx.now,
      ...(state === null ? {} : stateSet(ctx, state)),
    })
    .where('id', '=', report.id)
    .execute()
  const after = (await findReport(ctx.db, { id: report.id }))!
  await recordAbout(ctx, after, 'reports.answered', { number, state: state ?? '' })
  await tellReporter(ctx, keys, after, sayAnswer(after, state), { dedupe: `answer:${id}`, words })
  if (state !== null) await tellDoubles(ctx, keys, after, sayAnswer(after, state), { dedupe: `answer:${id}`, words })
  return { ok: true }
}

function stateSet(ctx: Context, state: ReportState) {
  return { state, state_since: ctx.now, closed_at: isClosed(state) ? ctx.now : null }
}

/** In the name of the post that answers for it, where the acting person holds it; else of one of their own. */
function postOf({ actor }: Context, { assignedPost }: Report): string | null {
  if (assignedPost !== null && actor.postIds.includes(assignedPost)) return assignedPost
  return actor.postIds[0] ?? null
}

function sayAnswer({ number }: Report, state: ReportState | null): Parameters<typeof tellReporter>[3] {
  return (t, language, category) => {
    if (state === null) return { title: t.answerSubject(number), sentence: t.answered(category) }
    const { name, meaning } = stateMessages[language][state]
    return { title: t.changedSubject(number, name), sentence: t.changed(category, meaning) }
  }
}
