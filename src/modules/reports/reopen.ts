import { todayOf, type Context } from '#platform/context.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { stateMessages } from './messages/states.ts'
import { findCategory } from './queries/categories.ts'
import type { Report } from './queries/reports.ts'
import type { ReportState } from './rules.ts'
import type { Telling } from './tell-reporter.ts'

/** A report that is opened again has its term anew, from today. */
export async function reopen(ctx: Context, report: Report): Promise<void> {
  const category = (await findCategory(ctx.db, report.categoryCode))!
  await ctx.db
    .updateTable('reports_reports')
    .set({
      state: 'confirmed',
      state_since: ctx.now,
      closed_at: null,
      fix_due: addWorkingDays(todayOf(ctx), category.fixDays).due,
    })
    .where('id', '=', report.id)
    .execute()
}

/** A letter that says the new state. */
export const sayState =
  (number: number, state: ReportState): Telling =>
  (t, language, category) => {
    const { name, meaning } = stateMessages[language][state]
    return { title: t.changedSubject(number, name), sentence: t.changed(category, meaning) }
  }
