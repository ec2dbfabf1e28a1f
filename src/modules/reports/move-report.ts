import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { timeZoneOf } from '#platform/context.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { dueWithPauses } from './deadlines.ts'
import { recordAbout } from './events.ts'
import { findCategory } from './queries/categories.ts'
import { listPauses } from './queries/questions.ts'
import { findReport, type Report } from './queries/reports.ts'
import { changeFileReaders } from './readers.ts'
import { tellWorkers } from './tell-workers.ts'
import { workOn } from './work-on.ts'

export const moveReportInput = z.object({ category: z.string('categoryMissing').min(1, 'categoryMissing').max(60) })
export type MoveReportOutcome = { ok: true } | { ok: false; refusal: 'categoryClosed' }

/**
 * Another category: another post answers, and the terms are those of the new one, counted from the same day
 * with what was waited. A private
 * category makes the report private; none makes a private report public again, since its words were meant for few.
 */
export async function moveReport(
  context: Context,
  number: number,
  input: z.output<typeof moveReportInput>,
): Promise<MoveReportOutcome> {
  return workOn(context, number, (ctx, report) => move(ctx, report, input.category))
}

/** Within the transaction that has locked the report. */
export async function move(ctx: Context, report: Report, code: string): Promise<MoveReportOutcome> {
  const { number } = report
  if (report.categoryCode === code) return { ok: true }
  const category = await findCategory(ctx.db, code)
  if (category === undefined || !category.isOpen) return { ok: false, refusal: 'categoryClosed' }
  const receivedOn = localDate(report.confirmedAt!, timeZoneOf(ctx.db))
  const isPrivate = report.isPrivate || category.isPrivate
  // Recorded while everybody may still see it, so that kept pages let go of it.
  await recordAbout(ctx, report, 'reports.moved', { number, category: isPrivate ? '' : category.code })
  await ctx.db
    .updateTable('reports_reports')
    .set({
      category_code: category.code,
      category_name: JSON.stringify(category.name),
      is_private: isPrivate,
      shows_name: report.showsName && !isPrivate,
      assigned_post: category.postId,
      assigned_person: null,
      answer_due: addWorkingDays(receivedOn, category.answerDays).due,
      fix_due: dueWithPauses(receivedOn, category.fixDays, await listPauses(ctx.db, report.id)),
    })
    .where('id', '=', report.id)
    .execute()
  const after = (await findReport(ctx.db, { id: report.id }))!
  await changeFileReaders(ctx, after)
  await tellWorkers(ctx, after, 'assigned')
  return { ok: true }
}
