import { personOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { followers } from '#modules/notifications/index.ts'
import { recordAbout } from './events.ts'
import { reportPaths } from './paths.ts'
import { findDoubling } from './queries/doubles.ts'
import { findReport, type Report } from './queries/reports.ts'
import { isPublic } from './rules.ts'
import { sayAsOfficial } from './say-as-official.ts'
import { tellReporter } from './tell-reporter.ts'
import { tellWorkers } from './tell-workers.ts'
import { workOn } from './work-on.ts'

export type TellApartOutcome = { ok: true } | { ok: false; refusal: 'notADouble' }

/** It was not the same fault: the report stands where it stood, with those who followed it. */
export async function tellApart(context: Context, keys: SiteKeys, number: number): Promise<TellApartOutcome> {
  return workOn(context, number, (ctx, report) => undouble(ctx, keys, report))
}

/** Within the transaction that has locked the report. Its terms run as if nothing had happened. */
export async function undouble(ctx: Context, keys: SiteKeys, report: Report): Promise<TellApartOutcome> {
  const { id, number } = report
  const doubling = await findDoubling(ctx.db, id)
  if (doubling === undefined || report.state !== 'duplicate') return { ok: false, refusal: 'notADouble' }
  const main = await findReport(ctx.db, { id: doubling.mainId })
  // Of a report that not everybody may see any more nothing is said.
  const of = main !== undefined && isPublic(main) ? main.number : null
  await ctx.db
    .updateTable('reports_doublings')
    .set({ undone_at: ctx.now, undone_by: personOf(ctx.actor) })
    .where('id', '=', doubling.id)
    .execute()
  await ctx.db
    .updateTable('reports_reports')
    .set({
      state: doubling.stateBefore,
      state_since: doubling.stateSinceBefore,
      first_answer_at: doubling.firstAnswerBefore,
      duplicate_of: null,
      closed_at: null,
    })
    .where('id', '=', id)
    .execute()
  await sayAsOfficial(ctx, id, { state: doubling.stateBefore, what: 'told-apart', about: of })
  const after = (await findReport(ctx.db, { id }))!
  if (isPublic(after)) await followers.returnFollowers(ctx, reportPaths.report(number))
  await recordAbout(ctx, after, 'reports.told-apart', { number, of: of ?? 0 })
  await tellReporter(
    ctx,
    keys,
    after,
    (t, _language, category) => ({ title: t.toldApartSubject(number), sentence: t.toldApart(category) }),
    { dedupe: `told-apart:${doubling.id}` },
  )
  await tellWorkers(ctx, after, 'reopened')
  return { ok: true }
}
