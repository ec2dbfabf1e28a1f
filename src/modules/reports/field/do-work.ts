import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, system, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { attachFiles } from '#modules/files/index.ts'
import { recordAbout } from '../events.ts'
import { stateMessages } from '../messages/states.ts'
import { findFieldReport } from '../queries/field.ts'
import { findReport, lockReport, type Report } from '../queries/reports.ts'
import { readersOf } from '../readers.ts'
import { canDoWork, cleanWords, type ReportState } from '../rules.ts'
import { settleQuestion } from '../settle-question.ts'
import { tellDoubles } from '../tell-doubles.ts'
import { tellReporter, type Telling } from '../tell-reporter.ts'
import { tellWorkers } from '../tell-workers.ts'
import { afterSubject } from './after-photos.ts'
import { cost } from './cost.ts'

export const workDoneInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  words: z.string().transform(cleanWords).pipe(z.string().max(2000, 'wordsTooLong')).default(''),
  cost,
})
export type WorkOutcome = { ok: true } | { ok: false; refusal: 'wrongState' | 'showOrTell' }

/** The contractor is at it. */
export async function beginWork(context: Context, keys: SiteKeys, number: number): Promise<WorkOutcome> {
  return atWork(context, number, async (ctx, report) => {
    if (report.state === 'in-progress') return { ok: false, refusal: 'wrongState' }
    await say(ctx, keys, report, { state: 'in-progress', words: '' })
    return { ok: true }
  })
}

/** It is mended: shown by pictures or told in words, with what it cost. */
export async function finishWork(
  context: Context,
  keys: SiteKeys,
  number: number,
  photos: readonly string[],
  { idempotencyKey, words, cost: costCents }: z.output<typeof workDoneInput>,
): Promise<WorkOutcome> {
  return inTransaction(context, (ctx) =>
    // Before the rights: sent twice, the work is no longer theirs to do.
    once<WorkOutcome>(ctx, idempotencyKey, 'reports.finish-work', () =>
      atWork(ctx, number, async (inside, report) => {
        if (photos.length === 0 && words === '') return { ok: false, refusal: 'showOrTell' }
        await attachFiles({ ...inside, actor: system }, photos, {
          to: afterSubject(report.id),
          readers: readersOf(report),
        })
        if (costCents !== null) {
          await inside.db
            .updateTable('reports_reports')
            .set({ cost_cents: costCents })
            .where('id', '=', report.id)
            .execute()
        }
        await settleQuestion(inside, report, 'closed')
        await say(inside, keys, report, { state: 'fixed-by-parish', words })
        return { ok: true }
      }),
    ),
  )
}

async function atWork(
  context: Context,
  number: number,
  work: (ctx: Context, report: Report) => Promise<WorkOutcome>,
): Promise<WorkOutcome> {
  return inTransaction(context, async (ctx) => {
    const given = await findFieldReport(ctx.db, number, { lock: true })
    if (given === undefined) throw new NotFound()
    authorize(canDoWork(ctx.actor, given))
    return work(ctx, (await lockReport(ctx.db, { number }))!)
  })
}

type Said = { state: Extract<ReportState, 'in-progress' | 'fixed-by-parish'>; words: string }

/** In public, in the name of the contractor's post. */
async function say(ctx: Context, keys: SiteKeys, report: Report, { state, words }: Said): Promise<void> {
  const isDone = state === 'fixed-by-parish'
  const { id } = await ctx.db
    .insertInto('reports_updates')
    .values({
      report_id: report.id,
      at: ctx.now,
      author: 'official',
      author_person: personOf(ctx.actor),
      author_post: report.contractorPost,
      words,
      new_state: state,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('reports_reports')
    .set({
      state,
      state_since: ctx.now,
      closed_at: isDone ? ctx.now : null,
      first_answer_at: report.firstAnswerAt ?? ctx.now,
    })
    .where('id', '=', report.id)
    .execute()
  const after = (await findReport(ctx.db, { id: report.id }))!
  await recordAbout(ctx, after, 'reports.answered', { number: report.number, state })
  const telling: Telling = (t, language, category) => {
    const { name, meaning } = stateMessages[language][state]
    return { title: t.changedSubject(report.number, name), sentence: t.changed(category, meaning) }
  }
  await tellReporter(ctx, keys, after, telling, { dedupe: `answer:${id}`, words })
  await tellDoubles(ctx, keys, after, telling, { dedupe: `answer:${id}`, words })
  if (isDone) await tellWorkers(ctx, after, 'work-done')
}
