import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { lockReport, type Report } from './queries/reports.ts'
import { canWorkOn } from './rules.ts'

/** Opens a report, locked, for one of those who may work on it. Throws `NotFound` and `Forbidden`. */
export async function workOn<T>(
  context: Context,
  number: number,
  work: (ctx: Context, report: Report) => Promise<T>,
): Promise<T> {
  return inTransaction(context, async (ctx) => {
    const report = await lockReport(ctx.db, { number })
    if (report === undefined) throw new NotFound()
    authorize(canWorkOn(ctx.actor, report))
    return work(ctx, report)
  })
}
