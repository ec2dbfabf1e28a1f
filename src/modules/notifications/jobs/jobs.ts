import type { Job } from '#platform/jobs/job.ts'
import { deleteOldMails } from '../queries/mail-lists.ts'
import { sendDigests } from '../send-digests.ts'
import { sendMails } from '../send-mails.ts'

export const notificationJobs: readonly Job[] = [
  {
    name: 'send',
    title: { et: 'Kirjade saatmine', en: 'Sending letters', ru: 'Отправка писем' },
    drain: (work) => sendMails(work),
  },
  {
    name: 'daily-digest',
    title: { et: 'Päeva kokkuvõtted', en: 'Daily summaries', ru: 'Ежедневные сводки' },
    cron: '0 7 * * *',
    run: ({ ctx, signal }) => sendDigests(ctx, 'daily', signal),
  },
  {
    name: 'weekly-digest',
    title: { et: 'Nädala kokkuvõtted', en: 'Weekly summaries', ru: 'Еженедельные сводки' },
    cron: '0 7 * * 1',
    run: ({ ctx, signal }) => sendDigests(ctx, 'weekly', signal),
  },
  {
    name: 'forget-old',
    title: { et: 'Vanade kirjade kustutamine', en: 'Deleting old letters', ru: 'Удаление старых писем' },
    cron: '30 2 * * *',
    run: ({ ctx }) => deleteOldMails(ctx.db, ctx.now),
  },
]
