import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { recordAbout } from './events.ts'
import { findOpenQuestion } from './queries/questions.ts'
import { findReport, lockReport, type Report } from './queries/reports.ts'
import { reopen, sayState } from './reopen.ts'
import { canBeReopened, cleanWords, isOpen, isPublic, type ReportState } from './rules.ts'
import { settleQuestion } from './settle-question.ts'
import { findWhyClosed, type WhyClosed } from './settings/queries.ts'
import { tellDoubles } from './tell-doubles.ts'
import { tellWorkers } from './tell-workers.ts'

export const tellMoreInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  words: z.string().transform(cleanWords).pipe(z.string().max(4000, 'wordsTooLong')).default(''),
  change: z.enum(['', 'still-broken', 'fixed', 'withdrawn'], 'invalid').default(''),
})
export type TellMoreInput = z.output<typeof tellMoreInput>
export type TellMoreOutcome = { ok: true } | { ok: false; refusal: 'wordsMissing' | 'wrongState' | WhyClosed }

/**
 * The sender adds words, opens the report again, says that the fault is gone or withdraws it; `holdsLink` for whoever
 * came by the report's own link. Others with an account may add words to what is public.
 */
export async function tellMore(
  context: Context,
  keys: SiteKeys,
  by: { id: string; holdsLink: boolean },
  input: TellMoreInput,
): Promise<TellMoreOutcome> {
  return inTransaction(context, async (ctx) => {
    const report = await lockReport(ctx.db, { id: by.id })
    const person = ctx.actor.personId
    if (report === undefined || report.state === 'unconfirmed') throw new NotFound()
    const isReporter = by.holdsLink || (person !== null && report.reporterPerson === person)
    authorize(isReporter || (person !== null && isPublic(report) && input.change === ''))
    return once<TellMoreOutcome>(ctx, input.idempotencyKey, 'reports.tell-more', async () => {
      const closed = await findWhyClosed(ctx.db, report.id, isReporter, ctx.now)
      if (closed !== null) return { ok: false, refusal: closed }
      const next = nextState(report, input.change)
      if (next === 'impossible') return { ok: false, refusal: 'wrongState' }
      if (input.words === '' && next === null) return { ok: false, refusal: 'wordsMissing' }
      const isAsked = isReporter && (await findOpenQuestion(ctx.db, report.id))?.isPublic === true
      if (next !== null) await settleQuestion(ctx, report, 'closed')
      const settled = next === null && isAsked ? await settleQuestion(ctx, report, 'answered') : undefined
      const { id } = await ctx.db
        .insertInto('reports_updates')
        .values({
          report_id: report.id,
          at: ctx.now,
          author: isReporter ? 'reporter' : 'neighbour',
          author_person: person,
          words: input.words,
          new_state: next,
          what: settled === undefined ? null : 'answered',
          about_number: settled?.days ?? null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      if (next !== null) await changeState(ctx, report, next)
      const after = (await findReport(ctx.db, { id: report.id }))!
      const facts = { number: after.number, by: isReporter ? 'reporter' : 'neighbour', state: next ?? '' }
      await recordAbout(ctx, after, 'reports.told-more', facts)
      if (next !== null) await tellDoubles(ctx, keys, after, sayState(after.number, next), { dedupe: `told:${id}` })
      await tellWorkers(ctx, after, next === 'confirmed' ? 'reopened' : 'told-more')
      return { ok: true }
    })
  })
}

function nextState({ state }: Report, change: TellMoreInput['change']): ReportState | null | 'impossible' {
  if (change === '') return null
  if (change === 'still-broken') return canBeReopened(state) ? 'confirmed' : 'impossible'
  if (!isOpen(state)) return 'impossible'
  return change === 'fixed' ? 'fixed-by-user' : 'cancelled'
}

async function changeState(ctx: Context, report: Report, next: ReportState): Promise<void> {
  if (next === 'confirmed') return reopen(ctx, report)
  await ctx.db
    .updateTable('reports_reports')
    .set({ state: next, state_since: ctx.now, closed_at: ctx.now })
    .where('id', '=', report.id)
    .execute()
}
