import { sql } from 'kysely'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { recordAbout, reportSubject } from '../events.ts'
import { stateMessages } from '../messages/states.ts'
import { findBulkStep, listBulkRows, type BulkRow, type Snapshot } from '../queries/bulk.ts'
import { findReport, lockReport, type Report } from '../queries/reports.ts'
import { canWorkOn, coordinatesReports, priorities } from '../rules.ts'
import { sayAsOfficial } from '../say-as-official.ts'
import { undouble } from '../tell-apart.ts'
import { tellDoubles } from '../tell-doubles.ts'
import { tellReporter, type Telling } from '../tell-reporter.ts'
import { canStillUndo, type BulkStep } from './bulk-input.ts'

export type UndoBulkOutcome = { ok: true } | { ok: false; refusal: 'tooLate' }

/**
 * Takes a step back for every report that nobody has touched since. Nothing that was said is unsaid: the change and its
 * undoing both stand in the log, and whoever was told of the change is told of the undoing.
 */
export async function undoBulk(context: Context, keys: SiteKeys, id: string): Promise<UndoBulkOutcome> {
  return inTransaction(context, async (ctx) => {
    const step = await findBulkStep(ctx.db, id, { lock: true })
    if (step === undefined) throw new NotFound()
    authorize(step.byPerson === personOf(ctx.actor) || coordinatesReports(ctx.actor))
    if (!canStillUndo(step, ctx.now)) return { ok: false, refusal: 'tooLate' }
    for (const { reportId, outcome } of await listBulkRows(ctx.db, id, ctx.actor)) {
      if (outcome === 'done') await lockReport(ctx.db, { id: reportId })
    }
    let count = 0
    // Read again, now that nobody can change them.
    for (const row of await listBulkRows(ctx.db, id, ctx.actor)) {
      if (row.outcome !== 'done') continue
      const said = await undo(ctx, keys, { id, what: step.what }, row)
      if (said === 'undone') count += 1
      await ctx.db
        .updateTable('reports_bulk_rows')
        .set({ undo_outcome: said })
        .where('step_id', '=', id)
        .where('report_id', '=', row.reportId)
        .execute()
    }
    await ctx.db.updateTable('reports_bulk_steps').set({ undone_at: ctx.now }).where('id', '=', id).execute()
    await record(ctx, 'reports.bulk-undone', `reports-step:${id}`, { what: step.what, count })
    return { ok: true }
  })
}

type Step = { id: string; what: BulkStep }

async function undo(
  ctx: Context,
  keys: SiteKeys,
  step: Step,
  row: BulkRow,
): Promise<'undone' | 'changedSince' | 'notYours'> {
  const report = (await findReport(ctx.db, { id: row.reportId }))!
  if (!row.isUnchanged) return 'changedSince'
  if (!canWorkOn(ctx.actor, report)) return 'notYours'
  const before = row.before!
  if (step.what === 'double') {
    const apart = await undouble(ctx, keys, report)
    return apart.ok ? 'undone' : 'changedSince'
  }
  await restore(ctx, row.reportId, before)
  const subject = reportSubject(report.id)
  if (step.what === 'assign') await record(ctx, 'reports.assigned', subject, { post: before.post ?? '' })
  if (step.what === 'priority') {
    await record(ctx, 'reports.priority-set', subject, { priority: priorities[before.priority]! })
  }
  if (step.what === 'move') {
    const facts = { number: report.number, category: report.isPrivate ? '' : before.category }
    await recordAbout(ctx, report, 'reports.moved', facts)
  }
  if (step.what === 'state') await tellOfUndoing(ctx, keys, step, report, before)
  return 'undone'
}

async function restore({ db }: Context, id: string, before: Snapshot): Promise<void> {
  await sql`update reports_reports set state = ${before.state}, state_since = ${before.stateSince}::timestamptz,
      closed_at = ${before.closedAt}::timestamptz, first_answer_at = ${before.firstAnswerAt}::timestamptz,
      category_code = ${before.category}, category_name = ${JSON.stringify(before.categoryName)}::jsonb,
      assigned_post = ${before.post}::uuid, assigned_person = ${before.person}::uuid, priority = ${before.priority},
      answer_due = ${before.answerDue}::date, fix_due = ${before.fixDue}::date
    where id = ${id}`.execute(db)
}

async function tellOfUndoing(
  ctx: Context,
  keys: SiteKeys,
  step: Step,
  report: Report,
  before: Snapshot,
): Promise<void> {
  const { number } = report
  await sayAsOfficial(ctx, report.id, { state: before.state, what: 'undone' })
  const after = (await findReport(ctx.db, { id: report.id }))!
  await recordAbout(ctx, after, 'reports.undone', { number, state: before.state })
  const telling: Telling = (t, language, category) => {
    const { name } = stateMessages[language][before.state]
    return { title: t.undoneSubject(number, name), sentence: t.undone(category, name) }
  }
  const dedupe = `undone:${step.id}:${report.id}`
  await tellReporter(ctx, keys, after, telling, { dedupe })
  await tellDoubles(ctx, keys, after, telling, { dedupe })
}
