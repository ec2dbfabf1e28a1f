import * as z from 'zod'
import { personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { notify } from '#modules/notifications/index.ts'
import { registry } from '#modules/people/index.ts'
import { answer } from '../answer-report.ts'
import { reportSubject } from '../events.ts'
import { reportDeskPaths } from '../paths.ts'
import { listContractors } from '../queries/field.ts'
import type { Report } from '../queries/reports.ts'
import { cleanWords, isOpen } from '../rules.ts'
import { workNotices } from '../tell-workers.ts'
import { workOn } from '../work-on.ts'

export const giveWorkInput = z.object({
  contractor: z.union([z.literal('').transform(() => null), z.uuid('invalid')], 'invalid').default(null),
  order: z.string().transform(cleanWords).pipe(z.string().max(2000, 'wordsTooLong')).default(''),
})
export type GiveWorkOutcome = { ok: true } | { ok: false; refusal: 'noSuchPost' | 'wrongState' }

/** A contractor mends it from now on, or none does. Everybody sees that work is ordered; the order itself is not public. */
export async function giveWork(
  context: Context,
  keys: SiteKeys,
  number: number,
  { contractor, order }: z.output<typeof giveWorkInput>,
): Promise<GiveWorkOutcome> {
  return workOn(context, number, async (ctx, report) => {
    if (!isOpen(report.state)) return { ok: false, refusal: 'wrongState' }
    const known = contractor === null || (await listContractors(ctx.db)).some(({ id }) => id === contractor)
    if (!known) return { ok: false, refusal: 'noSuchPost' }
    await ctx.db
      .updateTable('reports_reports')
      .set({
        contractor_post: contractor,
        contractor_since: contractor === null ? null : ctx.now,
        work_order: contractor === null || order === '' ? null : order,
      })
      .where('id', '=', report.id)
      .execute()
    await record(ctx, 'reports.work-given', reportSubject(report.id), { post: contractor ?? '' })
    if (contractor === null || contractor === report.contractorPost) return { ok: true }
    await tellContractor(ctx, report, contractor)
    if (report.state === 'in-progress' || report.state === 'action-scheduled') return { ok: true }
    const said = await answer(ctx, keys, report, { words: '', state: 'action-scheduled' })
    return said.ok ? { ok: true } : { ok: false, refusal: 'wrongState' }
  })
}

async function tellContractor(ctx: Context, { id, number, categoryName }: Report, post: string): Promise<void> {
  const holders = await registry.listHolders(ctx.db, { postIds: [post], bodyIds: [] }, todayOf(ctx))
  const me = personOf(ctx.actor)
  await notify(ctx, {
    kind: workNotices,
    persons: holders.filter((holder) => holder !== me),
    title: {
      et: `Teade ${number} on sinu korda teha`,
      en: `Report ${number} is yours to mend`,
      ru: `Сообщение ${number}: исправляете вы`,
    },
    sentence: categoryName,
    path: reportDeskPaths.field,
    dedupe: `work:${id}:${ctx.now.getTime()}`,
  })
}
