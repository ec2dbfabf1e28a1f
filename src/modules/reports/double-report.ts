import * as z from 'zod'
import { personOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { followers } from '#modules/notifications/index.ts'
import { recordAbout } from './events.ts'
import { stateMessages } from './messages/states.ts'
import { reportPaths } from './paths.ts'
import { findReport, lockReport, type Report } from './queries/reports.ts'
import { isOpen, isPublic } from './rules.ts'
import { sayAsOfficial } from './say-as-official.ts'
import { settleQuestion } from './settle-question.ts'
import { tellReporter, type Telling } from './tell-reporter.ts'
import { workOn } from './work-on.ts'

export const doubleReportInput = z.object({
  of: z.coerce.number('numberWrong').int('numberWrong').min(1, 'numberWrong').max(999_999_999, 'numberWrong'),
})
export type DoubleRefusal = 'noSuchReport' | 'sameReport' | 'wrongState'
export type DoubleReportOutcome = { ok: true } | { ok: false; refusal: DoubleRefusal }

/** The same fault was reported before: this report is closed and leads to the other one. */
export async function doubleReport(
  context: Context,
  keys: SiteKeys,
  number: number,
  { of }: z.output<typeof doubleReportInput>,
): Promise<DoubleReportOutcome> {
  return workOn(context, number, (ctx, report) => double(ctx, keys, report, of))
}

/** Within the transaction that has locked the report. Its followers go with it, and hear on of the other one. */
export async function double(ctx: Context, keys: SiteKeys, report: Report, of: number): Promise<DoubleReportOutcome> {
  const { id, number } = report
  if (of === number) return { ok: false, refusal: 'sameReport' }
  if (!isOpen(report.state)) return { ok: false, refusal: 'wrongState' }
  const main = await lockReport(ctx.db, { number: of })
  if (main === undefined || !isPublic(main) || main.state === 'duplicate') return { ok: false, refusal: 'noSuchReport' }
  await settleQuestion(ctx, report, 'closed')
  const doubling = {
    report_id: id,
    main_id: main.id,
    at: ctx.now,
    by_person: personOf(ctx.actor),
    state_before: report.state,
    state_since_before: report.stateSince,
    first_answer_before: report.firstAnswerAt,
  }
  const kept = await ctx.db.insertInto('reports_doublings').values(doubling).returning('id').executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('reports_reports')
    .set({
      state: 'duplicate',
      duplicate_of: main.id,
      state_since: ctx.now,
      closed_at: ctx.now,
      first_answer_at: report.firstAnswerAt ?? ctx.now,
    })
    .where('id', '=', id)
    .execute()
  await sayAsOfficial(ctx, id, { state: 'duplicate' })
  const after = (await findReport(ctx.db, { id }))!
  if (isPublic(after)) await followers.carryFollowers(ctx, reportPaths.report(number), reportPaths.report(of))
  await recordAbout(ctx, after, 'reports.doubled', { number, of })
  const telling: Telling = (t, language, category) => ({
    title: t.changedSubject(number, stateMessages[language].duplicate.name),
    sentence: t.doubled(category, of),
  })
  await tellReporter(ctx, keys, after, telling, { dedupe: `doubled:${kept.id}` })
  return { ok: true }
}
