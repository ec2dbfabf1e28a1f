import { followers } from '#modules/notifications/index.ts'
import { inTransaction, system, type Context } from '#platform/context.ts'
import type { CronJob } from '#platform/jobs/job.ts'
import { alertPaths } from './paths.ts'
import { deleteAlerts, listOldAlerts } from './queries.ts'

const days = 14
const atOnce = 500

/** Wishes that nobody follows, and that nobody has asked for in a fortnight, are deleted. */
export async function forgetUnfollowed(context: Context, signal: AbortSignal): Promise<number> {
  const before = new Date(context.now.getTime() - days * 86_400_000)
  let forgotten = 0
  for (let after = ''; !signal.aborted;) {
    const codes = await listOldAlerts(context.db, before, after, atOnce)
    const followed = new Set(await followers.listFollowed(context, codes.map(alertPaths.alert)))
    const idle = codes.filter((code) => !followed.has(alertPaths.alert(code)))
    forgotten += await inTransaction({ ...context, actor: system }, ({ db }) => deleteAlerts(db, idle, before))
    if (codes.length < atOnce) break
    after = codes.at(-1)!
  }
  return forgotten
}

export const forgetUnfollowedJob: CronJob = {
  name: 'forget-unfollowed',
  title: {
    et: 'Jälgijateta teavituste kustutamine',
    en: 'Deleting of alerts that nobody follows',
    ru: 'Удаление оповещений без подписчиков',
  },
  cron: '5 2 * * *',
  run: async ({ ctx, signal }) => {
    await forgetUnfollowed(ctx, signal)
  },
}
