import type { CronJob } from '#platform/jobs/job.ts'
import { enterWhatIsDue } from './enter-events.ts'
import { listInSession } from './queries/log.ts'

/** A sitting without a quorum is suspended when the grace is over, also when nobody touches a key. */
export const dueJob: CronJob = {
  name: 'meetings-due',
  title: {
    et: 'Istungitel kella järgi toimuv',
    en: 'What the clock brings about in meetings',
    ru: 'Что на заседаниях наступает по часам',
  },
  cron: '* * * * *',
  run: async ({ ctx }) => {
    for (const number of await listInSession(ctx.db)) await enterWhatIsDue(ctx, number)
  },
}
