import * as z from 'zod'
import { authorize, inTransaction, NotFound, system, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { attachFiles } from '#modules/files/index.ts'
import { giveAnswer } from '../give-answer.ts'
import { findFieldReport } from '../queries/field.ts'
import { lockReport, type Report } from '../queries/reports.ts'
import { readersOf } from '../readers.ts'
import { canDoWork, cleanWords, type ReportState } from '../rules.ts'
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
    await say(ctx, keys, report, { words: '', state: 'in-progress' })
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
        const after = await say(inside, keys, report, { words, state: 'fixed-by-parish' })
        await tellWorkers(inside, after, 'work-done')
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

/** In public, in the name of the contractor's post. */
function say(
  ctx: Context,
  keys: SiteKeys,
  report: Report,
  said: { words: string; state: ReportState },
): Promise<Report> {
  return giveAnswer(ctx, keys, report, { post: report.contractorPost, ...said })
}
