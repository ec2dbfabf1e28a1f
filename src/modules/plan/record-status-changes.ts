import type { Context } from '#platform/context.ts'
import { inTransaction } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { sql } from 'kysely'
import { commitmentSubject } from './events.ts'
import { readPlan } from './read-plan.ts'

/**
 * Compares every commitment's status with the last one written down and records what changed, so that the history of
 * a promise and the feed can tell when it was kept or missed. Run twice it finds nothing new.
 */
export async function recordStatusChanges(context: Context): Promise<number> {
  return inTransaction(context, async (ctx) => {
    // One at a time: two that read the same last status would both record the change.
    await sql`select pg_advisory_xact_lock(7202611233)`.execute(ctx.db)
    const plan = await readPlan(ctx)
    if (plan === undefined) return 0
    const { rows } = await sql<{ commitment_id: string; status: string; vouched: boolean }>`
      select distinct on (commitment_id) commitment_id, status, vouched
      from plan_status_changes order by commitment_id, id desc`.execute(ctx.db)
    const last = new Map(rows.map((row) => [row.commitment_id, row]))
    let changes = 0
    for (const { id, number, judged } of plan.commitments) {
      const before = last.get(id)
      if (before?.status === judged.status && before.vouched === judged.vouched) continue
      const { status, vouched } = judged
      await ctx.db
        .insertInto('plan_status_changes')
        .values({ commitment_id: id, status, vouched, since: ctx.now })
        .execute()
      // The first reading of a new plan is where history begins, not news.
      if (before !== undefined) {
        await record(ctx, 'plan.status-changed', commitmentSubject(id), { commitment: number, status, vouched })
      }
      changes += 1
    }
    return changes
  })
}
