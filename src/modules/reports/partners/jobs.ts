import type { Job } from '#platform/jobs/job.ts'
import { followHandovers } from './follow-handovers.ts'
import { queueTellings } from './queries.ts'
import { tellPartners } from './tell-partners.ts'

export const partnerJobs: readonly Job[] = [
  {
    name: 'queue-for-partners',
    title: { et: 'Muutused partneritele', en: 'Changes for partners', ru: 'Изменения для партнёров' },
    after: [
      'reports.answered',
      'reports.told-more',
      'reports.doubled',
      'reports.told-apart',
      'reports.split',
      'reports.handed-over',
      'reports.paused',
      'reports.undone',
      'reports.reopened-by-neighbours',
    ],
    run: async ({ ctx, event }) => {
      const report = /^report:([0-9a-f-]{36})$/.exec(event?.subject ?? '')?.[1]
      if (event !== null && report !== undefined) await queueTellings(ctx.db, report, event.occurredAt, ctx.now)
    },
  },
  {
    name: 'tell-partners',
    title: { et: 'Partneritele edastamine', en: 'Telling partners', ru: 'Передача партнёрам' },
    drain: tellPartners,
  },
  {
    name: 'follow-handovers',
    title: {
      et: 'Edasi antud teadete jälgimine',
      en: 'Following reports that were handed over',
      ru: 'Наблюдение за переданными сообщениями',
    },
    drain: followHandovers,
  },
]
