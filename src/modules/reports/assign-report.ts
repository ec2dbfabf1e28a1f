import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reportSubject } from './events.ts'
import { listAssignablePosts } from './queries/inbox.ts'
import { findReport, type Report } from './queries/reports.ts'
import { tellWorkers } from './tell-workers.ts'
import { workOn } from './work-on.ts'

export const assignReportInput = z.object({ post: z.uuid('assigneeMissing') })
export type AssignReportOutcome = { ok: true } | { ok: false; refusal: 'noSuchPost' }

/** From now on the holders of the post answer for the report. */
export async function assignReport(
  context: Context,
  number: number,
  { post }: z.output<typeof assignReportInput>,
): Promise<AssignReportOutcome> {
  return workOn(context, number, (ctx, report) => assign(ctx, report, post))
}

/** Within the transaction that has locked the report. */
export async function assign(ctx: Context, report: Report, post: string): Promise<AssignReportOutcome> {
  if (report.assignedPost === post) return { ok: true }
  if (!(await listAssignablePosts(ctx.db)).some(({ id }) => id === post)) return { ok: false, refusal: 'noSuchPost' }
  await ctx.db
    .updateTable('reports_reports')
    .set({ assigned_post: post, assigned_person: null })
    .where('id', '=', report.id)
    .execute()
  await record(ctx, 'reports.assigned', reportSubject(report.id), { post })
  await tellWorkers(ctx, (await findReport(ctx.db, { id: report.id }))!, 'assigned')
  return { ok: true }
}
