import { inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { findCategory } from './queries/categories.ts'
import { findReport, lockReport } from './queries/reports.ts'
import { changeFileReaders } from './readers.ts'
import { receivedAt, tellReceived } from './receive-report.ts'

/** Whoever reads the mailbox says that the report is theirs: only now it reaches the municipality. Safe to repeat. */
export async function confirmReport(context: Context, keys: SiteKeys, id: string): Promise<{ number: number }> {
  return inTransaction(context, async (ctx) => {
    const before = await lockReport(ctx.db, { id })
    if (before === undefined) throw new NotFound()
    if (before.state !== 'unconfirmed') return { number: before.number }
    const category = (await findCategory(ctx.db, before.categoryCode))!
    await ctx.db
      .updateTable('reports_reports')
      .set({ state: 'confirmed', state_since: ctx.now, ...receivedAt(ctx, category, ctx.now) })
      .where('id', '=', id)
      .execute()
    const report = (await findReport(ctx.db, { id }))!
    await changeFileReaders(ctx, report, { keepUntil: null })
    await tellReceived(ctx, keys, report)
    return { number: report.number }
  })
}
