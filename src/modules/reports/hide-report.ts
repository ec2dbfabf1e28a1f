import * as z from 'zod'
import { authorize, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { recordAbout, reportSubject } from './events.ts'
import { findReport } from './queries/reports.ts'
import { changeFileReaders } from './readers.ts'
import { canModerate, cleanWords } from './rules.ts'
import { workOn } from './work-on.ts'

export const hideReportInput = z.object({
  reason: z.string().transform(cleanWords).pipe(z.string().min(3, 'reasonMissing').max(300, 'wordsTooLong')),
})

/** Takes a report off the public list, or puts it back with a null reason. Words and pictures stay as they are. */
export async function hideReport(context: Context, number: number, reason: string | null): Promise<void> {
  await workOn(context, number, async (ctx, report) => {
    authorize(canModerate(ctx.actor))
    if ((report.hiddenAt !== null) === (reason !== null)) return
    await ctx.db
      .updateTable('reports_reports')
      .set({ hidden_at: reason === null ? null : ctx.now, hidden_reason: reason })
      .where('id', '=', report.id)
      .execute()
    const after = (await findReport(ctx.db, { id: report.id }))!
    await changeFileReaders(ctx, after)
    const subject = reportSubject(report.id)
    if (report.isPrivate) await record(ctx, 'reports.private-changed', subject, { what: 'reports.taken-off' })
    else await record(ctx, reason === null ? 'reports.put-back' : 'reports.taken-off', subject, { number })
  })
}

/** Hides one contribution with a reason that stands in its place; officials still read what it was. */
export async function hideWords(context: Context, number: number, updateId: string, reason: string): Promise<void> {
  await workOn(context, number, async (ctx, report) => {
    authorize(canModerate(ctx.actor))
    const hidden = await ctx.db
      .updateTable('reports_updates')
      .set({ hidden_at: ctx.now, hidden_reason: reason })
      .where('id', '=', updateId)
      .where('report_id', '=', report.id)
      .where('hidden_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (hidden === undefined) throw new NotFound()
    await recordAbout(ctx, report, 'reports.words-hidden', { number })
  })
}
