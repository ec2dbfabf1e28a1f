import { authorize, inTransaction, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { answer } from '../answer-report.ts'
import { assign } from '../assign-report.ts'
import { double } from '../double-report.ts'
import { move } from '../move-report.ts'
import { listIdsOf, takeSnapshot } from '../queries/bulk.ts'
import { findCategory } from '../queries/categories.ts'
import { lockReport, type Report } from '../queries/reports.ts'
import { findTemplate } from '../queries/templates.ts'
import { canSeeInbox, canWorkOn, isClosed } from '../rules.ts'
import { prioritise } from '../set-priority.ts'
import { fillTemplate } from '../templates.ts'
import type { BulkChoice, BulkInput } from './bulk-input.ts'

export type DoBulkOutcome = { ok: true; id: string }

/**
 * One step with several reports, in one transaction. What cannot be done with one of them is said in its row and leaves
 * the others be; a report that the acting person may not work on is as one that is not there.
 */
export async function doBulk(context: Context, keys: SiteKeys, input: BulkInput): Promise<DoBulkOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(canSeeInbox(ctx.actor))
    return once<DoBulkOutcome>(ctx, input.idempotencyKey, 'reports.bulk', async () => {
      const { id } = await ctx.db
        .insertInto('reports_bulk_steps')
        .values({ at: ctx.now, by_person: personOf(ctx.actor), what: input.what })
        .returning('id')
        .executeTakeFirstOrThrow()
      let count = 0
      for (const { id: reportId } of await listIdsOf(ctx.db, input.n)) {
        const report = (await lockReport(ctx.db, { id: reportId }))!
        if (!canWorkOn(ctx.actor, report)) continue
        const before = await takeSnapshot(ctx.db, reportId)
        const outcome = await take(ctx, keys, report, input)
        const isDone = outcome === 'done'
        if (isDone) count += 1
        const after = isDone ? await takeSnapshot(ctx.db, reportId) : null
        const row = { step_id: id, report_id: reportId, outcome, before: isDone ? before : null, after }
        await ctx.db.insertInto('reports_bulk_rows').values(row).execute()
      }
      await record(ctx, 'reports.bulk-done', `reports-step:${id}`, { what: input.what, count })
      return { ok: true, id }
    })
  })
}

/** `done`, or why not. */
async function take(ctx: Context, keys: SiteKeys, report: Report, choice: BulkChoice): Promise<string> {
  const said = (outcome: { ok: true } | { ok: false; refusal: string }) => (outcome.ok ? 'done' : outcome.refusal)
  if (choice.what === 'assign') {
    return report.assignedPost === choice.post ? 'asItWas' : said(await assign(ctx, report, choice.post))
  }
  if (choice.what === 'priority') {
    if (report.priority === choice.priority) return 'asItWas'
    await prioritise(ctx, report, choice.priority)
    return 'done'
  }
  if (choice.what === 'move') {
    if (report.categoryCode === choice.category) return 'asItWas'
    // What is about persons is looked at one by one: it cannot be made public again.
    if (!report.isPrivate && (await findCategory(ctx.db, choice.category))?.isPrivate === true) return 'oneByOne'
    return said(await move(ctx, report, choice.category))
  }
  if (choice.what === 'double') {
    return report.waitsSince === null ? said(await double(ctx, keys, report, choice.of)) : 'waitsForSender'
  }
  if (report.waitsSince !== null && isClosed(choice.state)) return 'waitsForSender'
  const template = choice.template === null ? undefined : await findTemplate(ctx.db, choice.template)
  const ready = template === undefined ? '' : fillTemplate(template.text, report)
  const words = [choice.words, ready].filter((part) => part !== '').join('\n\n')
  return said(await answer(ctx, keys, report, { words, state: choice.state }))
}
