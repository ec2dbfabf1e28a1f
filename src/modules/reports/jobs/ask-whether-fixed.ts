import { inTransaction, system, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { CronJob } from '#platform/jobs/job.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { reportSubject } from '../events.ts'
import { lockReport } from '../queries/reports.ts'
import { listSilent } from '../queries/still-broken.ts'
import { daysOfSilence } from '../rules.ts'
import { tellReporter } from '../tell-reporter.ts'

const atOnce = 200

/** Asks the senders of open reports about which nothing was heard for four weeks; answers how many were asked. */
export async function askWhetherFixed(context: Context, keys: SiteKeys): Promise<number> {
  const since = new Date(context.now.getTime() - daysOfSilence * 86_400_000)
  const silent = await listSilent(context.db, since, atOnce)
  for (const id of silent) {
    await inTransaction({ ...context, actor: system }, async (ctx) => {
      const report = (await lockReport(ctx.db, { id }))!
      const check = await ctx.db
        .insertInto('reports_checks')
        .values({ report_id: id, asked_at: ctx.now })
        .returning('id')
        .executeTakeFirstOrThrow()
      await record(ctx, 'reports.check-asked', reportSubject(id), {})
      await tellReporter(
        ctx,
        keys,
        report,
        (t, _language, category) => ({ title: t.checkSubject(report.number), sentence: t.check(category) }),
        { dedupe: `check:${check.id}`, page: 'check' },
      )
    })
  }
  return silent.length
}

export const askWhetherFixedJob: CronJob = {
  name: 'ask-whether-fixed',
  title: {
    et: 'Küsimus „Kas on korras?“ pärast nelja nädala vaikust',
    en: 'Asking “Is it mended?” after four weeks of silence',
    ru: 'Вопрос «Исправлено ли?» после четырёх недель тишины',
  },
  cron: '20 9 * * *',
  run: async ({ ctx, site, signal }) => {
    while (!signal.aborted && (await askWhetherFixed(ctx, site.keys)) === atOnce);
  },
}
