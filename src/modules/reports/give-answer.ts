import type { Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { recordAbout } from './events.ts'
import { findReport, type Report } from './queries/reports.ts'
import { sayState } from './reopen.ts'
import { isClosed, type ReportState } from './rules.ts'
import { sayAsOfficial } from './say-as-official.ts'
import { settleQuestion } from './settle-question.ts'
import { tellDoubles } from './tell-doubles.ts'
import { tellReporter, type Telling } from './tell-reporter.ts'

type Answer = { post: string | null; words: string; state: ReportState | null }

/**
 * A post answers in public: the report takes the new state, and its sender and followers hear of it. Within the
 * transaction that has locked the report, after it was judged whether the answer may be given; answers the report as
 * it is now.
 */
export async function giveAnswer(
  ctx: Context,
  keys: SiteKeys,
  report: Report,
  { post, words, state }: Answer,
): Promise<Report> {
  const { number } = report
  if (state !== null && isClosed(state)) await settleQuestion(ctx, report, 'closed')
  const id = await sayAsOfficial(ctx, report.id, { post, words, state })
  await ctx.db
    .updateTable('reports_reports')
    .set({
      first_answer_at: report.firstAnswerAt ?? ctx.now,
      ...(state === null ? {} : { state, state_since: ctx.now, closed_at: isClosed(state) ? ctx.now : null }),
    })
    .where('id', '=', report.id)
    .execute()
  const after = (await findReport(ctx.db, { id: report.id }))!
  await recordAbout(ctx, after, 'reports.answered', { number, state: state ?? '' })
  const telling = state === null ? sayAnswered(number) : sayState(number, state)
  await tellReporter(ctx, keys, after, telling, { dedupe: `answer:${id}`, words })
  if (state !== null) await tellDoubles(ctx, keys, after, telling, { dedupe: `answer:${id}`, words })
  return after
}

/** A letter that says that there are new words. */
export const sayAnswered =
  (number: number): Telling =>
  (t, _language, category) => ({ title: t.answerSubject(number), sentence: t.answered(category) })
