import type { NoticeKind } from '#platform/followable.ts'
import type { CronJob } from '#platform/jobs/job.ts'
import { reminderWords } from '../messages/reminders.ts'
import { coordinates, mayAnswerFor } from '../rules.ts'
import { remindOwners, tellCoordinators } from '../remind-owners.ts'

const { et, en, ru } = reminderWords

export const planJobs: readonly CronJob[] = [
  {
    name: 'remind-owners',
    title: { et: et.jobOwners, en: en.jobOwners, ru: ru.jobOwners },
    cron: '0 8 * * *',
    run: ({ ctx }) => remindOwners(ctx),
  },
  {
    name: 'tell-coordinators',
    title: { et: et.jobMonth, en: en.jobMonth, ru: ru.jobMonth },
    cron: '30 8 1 * *',
    run: ({ ctx }) => tellCoordinators(ctx),
  },
]

export const planNotices: readonly NoticeKind[] = [
  {
    key: 'plan.reminder',
    name: { et: et.kindReminder, en: en.kindReminder, ru: ru.kindReminder },
    explanation: { et: et.kindReminderText, en: en.kindReminderText, ru: ru.kindReminderText },
    usual: 'at-once',
    mayBeRefused: true,
    for: mayAnswerFor,
  },
  {
    key: 'plan.month',
    name: { et: et.kindMonth, en: en.kindMonth, ru: ru.kindMonth },
    explanation: { et: et.kindMonthText, en: en.kindMonthText, ru: ru.kindMonthText },
    usual: 'at-once',
    mayBeRefused: true,
    for: coordinates,
  },
]
