import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import { recordAbout } from '../events.ts'
import { workOn } from '../work-on.ts'
import { cost } from './cost.ts'

export const setCostInput = z.object({ cost })

/** What the mending cost; nothing takes the sum away. Everybody sees it where everybody sees the report. */
export async function setCost(context: Context, number: number, input: z.output<typeof setCostInput>): Promise<void> {
  await workOn(context, number, async (ctx, report) => {
    if (report.costCents === input.cost) return
    await ctx.db.updateTable('reports_reports').set({ cost_cents: input.cost }).where('id', '=', report.id).execute()
    await recordAbout(ctx, report, 'reports.cost-told', { number, cents: input.cost ?? 0 })
  })
}
