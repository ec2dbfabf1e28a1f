import * as z from 'zod'
import { personOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { recordAbout } from './events.ts'
import { stateMessages } from './messages/states.ts'
import { findReport } from './queries/reports.ts'
import { isOpen, isPublic } from './rules.ts'
import { tellReporter } from './tell-reporter.ts'
import { workOn } from './work-on.ts'

export const doubleReportInput = z.object({
  of: z.coerce.number('numberWrong').int('numberWrong').min(1, 'numberWrong').max(999_999_999, 'numberWrong'),
})
export type DoubleReportOutcome = { ok: true } | { ok: false; refusal: 'noSuchReport' | 'sameReport' | 'wrongState' }

/** The same fault was reported before: this report is closed and leads to the other one. */
export async function doubleReport(
  context: Context,
  keys: SiteKeys,
  number: number,
  { of }: z.output<typeof doubleReportInput>,
): Promise<DoubleReportOutcome> {
  return workOn(context, number, async (ctx, report) => {
    if (of === number) return { ok: false, refusal: 'sameReport' }
    if (!isOpen(report.state)) return { ok: false, refusal: 'wrongState' }
    const other = await findReport(ctx.db, { number: of })
    if (other === undefined || !isPublic(other) || other.state === 'duplicate')
      return { ok: false, refusal: 'noSuchReport' }
    await ctx.db
      .updateTable('reports_reports')
      .set({
        state: 'duplicate',
        duplicate_of: other.id,
        state_since: ctx.now,
        closed_at: ctx.now,
        first_answer_at: report.firstAnswerAt ?? ctx.now,
      })
      .where('id', '=', report.id)
      .execute()
    await ctx.db
      .insertInto('reports_updates')
      .values({
        report_id: report.id,
        at: ctx.now,
        author: 'official',
        author_person: personOf(ctx.actor),
        author_post: ctx.actor.postIds[0] ?? null,
        words: '',
        new_state: 'duplicate',
      })
      .execute()
    const after = (await findReport(ctx.db, { id: report.id }))!
    await recordAbout(ctx, after, 'reports.doubled', { number, of })
    const telling: Parameters<typeof tellReporter>[3] = (t, language, category) => ({
      title: t.changedSubject(number, stateMessages[language].duplicate.name),
      sentence: t.changed(category, stateMessages[language].duplicate.meaning),
    })
    await tellReporter(ctx, keys, after, telling, { dedupe: `doubled:${report.id}:${of}` })
    return { ok: true }
  })
}
