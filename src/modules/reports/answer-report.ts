import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { giveAnswer } from './give-answer.ts'
import type { Report } from './queries/reports.ts'
import { canBecome, cleanWords, isClosed, isFixed, reportStates, type ReportState } from './rules.ts'
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
  if (words === '' && state === null) return { ok: false, refusal: 'nothingNew' }
  if (state !== null && !canBecome(report.state, state)) return { ok: false, refusal: 'wrongState' }
  if (state !== null && isClosed(state) && !isFixed(state) && words === '') return { ok: false, refusal: 'wordsNeeded' }
  await giveAnswer(ctx, keys, report, { post: postOf(ctx, report), words, state })
  return { ok: true }
}

/** In the name of the post that answers for it, where the acting person holds it; else of one of their own. */
function postOf({ actor }: Context, { assignedPost }: Report): string | null {
  if (assignedPost !== null && actor.postIds.includes(assignedPost)) return assignedPost
  return actor.postIds[0] ?? null
}
