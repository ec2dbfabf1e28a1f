import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reportSubject } from './events.ts'
import type { Report } from './queries/reports.ts'
import { priorities } from './rules.ts'
import { workOn } from './work-on.ts'

export const setPriorityInput = z.object({ priority: z.enum(priorities, 'priorityMissing') })
type Input = z.output<typeof setPriorityInput>

/** How urgent it is, said among officials alone. */
export async function setPriority(context: Context, number: number, { priority }: Input): Promise<void> {
  await workOn(context, number, (ctx, report) => prioritise(ctx, report, priority))
}

/** Within the transaction that has locked the report. */
export async function prioritise(ctx: Context, report: Report, priority: Input['priority']): Promise<void> {
  if (report.priority === priority) return
  await ctx.db
    .updateTable('reports_reports')
    .set({ priority: priorities.indexOf(priority) })
    .where('id', '=', report.id)
    .execute()
  await record(ctx, 'reports.priority-set', reportSubject(report.id), { priority })
}
