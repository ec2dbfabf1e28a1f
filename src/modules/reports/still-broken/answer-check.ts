import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { recordAbout } from '../events.ts'
import { findReport, lockReport } from '../queries/reports.ts'
import { findOpenCheck } from '../queries/still-broken.ts'
import { sayState } from '../reopen.ts'
import { isOpen } from '../rules.ts'
import { settleQuestion } from '../settle-question.ts'
import { tellDoubles } from '../tell-doubles.ts'
import { tellWorkers } from '../tell-workers.ts'

export const answerCheckInput = z.object({ answer: z.enum(['yes', 'no', 'stop'], 'invalid') })
export type AnswerCheckOutcome = { ok: true; isFixed: boolean } | { ok: false; refusal: 'nothingAsked' }

/** The sender says whether it is mended by now, or asks not to be asked again. */
export async function answerCheck(
  context: Context,
  keys: SiteKeys,
  by: { id: string; holdsLink: boolean },
  { answer }: z.output<typeof answerCheckInput>,
): Promise<AnswerCheckOutcome> {
  return inTransaction(context, async (ctx) => {
    const report = await lockReport(ctx.db, { id: by.id })
    if (report === undefined) throw new NotFound()
    const { id, number } = report
    const person = ctx.actor.personId
    authorize(by.holdsLink || (person !== null && person === report.reporterPerson))
    const check = await findOpenCheck(ctx.db, id)
    if (check === undefined || !isOpen(report.state)) return { ok: false, refusal: 'nothingAsked' }
    await ctx.db
      .updateTable('reports_checks')
      .set({ answered_at: ctx.now, answer })
      .where('id', '=', check.id)
      .execute()
    if (answer === 'stop') {
      await ctx.db.updateTable('reports_reports').set({ refuses_checks: true }).where('id', '=', id).execute()
      return { ok: true, isFixed: false }
    }
    const isFixed = answer === 'yes'
    if (isFixed) await settleQuestion(ctx, report, 'closed')
    await ctx.db
      .insertInto('reports_updates')
      .values({
        report_id: id,
        at: ctx.now,
        author: 'reporter',
        author_person: person,
        words: '',
        new_state: isFixed ? 'fixed-by-user' : null,
        what: isFixed ? null : 'still-broken',
      })
      .execute()
    if (isFixed) {
      await ctx.db
        .updateTable('reports_reports')
        .set({ state: 'fixed-by-user', state_since: ctx.now, closed_at: ctx.now })
        .where('id', '=', id)
        .execute()
    }
    const after = (await findReport(ctx.db, { id }))!
    await recordAbout(ctx, after, 'reports.told-more', {
      number,
      by: 'reporter',
      state: isFixed ? 'fixed-by-user' : '',
    })
    if (isFixed) await tellDoubles(ctx, keys, after, sayState(number, 'fixed-by-user'), { dedupe: `check:${check.id}` })
    await tellWorkers(ctx, after, 'told-more')
    return { ok: true, isFixed }
  })
}
