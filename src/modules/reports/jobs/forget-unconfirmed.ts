import { system, inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { CronJob } from '#platform/jobs/job.ts'
import { forgetMails } from '../entry/end-mail.ts'
import { daysToConfirm } from '../rules.ts'

const atOnce = 500

/** Reports that nobody confirmed go with everything in them; their pictures have a day of their own. */
export async function forgetUnconfirmed(context: Context): Promise<number> {
  const before = new Date(context.now.getTime() - daysToConfirm * 86_400_000)
  return inTransaction({ ...context, actor: system }, async (ctx) => {
    const rows = await ctx.db
      .deleteFrom('reports_reports')
      .where('id', 'in', (query) =>
        query
          .selectFrom('reports_reports')
          .select('id')
          .where('state', '=', 'unconfirmed')
          .where('created_at', '<', before)
          .limit(atOnce),
      )
      .returning('id')
      .execute()
    if (rows.length > 0) {
      await record(ctx, 'reports.unconfirmed-forgotten', 'reports:unconfirmed', { count: rows.length })
    }
    return rows.length
  })
}

export const forgetUnconfirmedJob: CronJob = {
  name: 'forget-unconfirmed',
  title: {
    et: 'Kinnitamata teadete ja otsustamata kirjade kustutamine',
    en: 'Deleting of reports never confirmed and letters never decided on',
    ru: 'Удаление неподтверждённых сообщений и нерассмотренных писем',
  },
  cron: '50 2 * * *',
  run: async ({ ctx, signal }) => {
    while (!signal.aborted && (await forgetUnconfirmed(ctx)) === atOnce);
    while (!signal.aborted && (await forgetMails(ctx, atOnce)) === atOnce);
  },
}
