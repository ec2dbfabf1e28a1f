import { inTransaction, timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { formatInstant } from '#platform/format.ts'
import type { CronJob } from '#platform/jobs/job.ts'
import { inAllLanguages, readText } from '#platform/language.ts'
import { sayDueDay } from '#platform/working-days.ts'
import { notify } from '#modules/notifications/index.ts'
import { registry } from '#modules/people/index.ts'
import { meetingPaths } from '../paths.ts'
import { secretaryRole } from '../rules.ts'
import { listAbsent, type AbsentMember, type WatchedAbsence } from './list-absent.ts'
import { absenceMessages, namesOfMonths } from './messages.ts'
import { absencePaths } from './paths.ts'
import { findNextSitting } from './queries.ts'
import { reportBy } from './rules.ts'

/** Kind of notice of a mandate that may be suspended for absence; the law's consequence cannot be refused. */
export const absenceNotice = 'meetings.absence'

/** Warns members and secretaries in time, and tells the secretaries when it is full. Safe to repeat. */
export async function warnAbsent(context: Context): Promise<void> {
  for (const watched of await listAbsent(context)) {
    const next = await findNextSitting(context.db, watched.body.id, context.now)
    for (const member of watched.absent) {
      await inTransaction(context, async (ctx) => {
        if (member.isWarned && next !== undefined) await warn(ctx, watched, member, next)
        if (member.fulfilled !== null && member.reportedOn === null) await tellFulfilled(ctx, watched, member)
      })
    }
  }
}

const secretaries = (ctx: Context) => registry.listPersonsInRole(ctx.db, secretaryRole, todayOf(ctx))

async function warn(
  ctx: Context,
  { body, rule }: WatchedAbsence,
  { personId, name, running }: AbsentMember,
  next: { number: number; startsAt: Date },
): Promise<void> {
  const zone = timeZoneOf(ctx.db)
  const dedupe = `${body.id}:${personId}:${running.at(-1)}:warned`
  const path = meetingPaths.meeting(next.number)
  await notify(ctx, {
    kind: absenceNotice,
    persons: [personId],
    title: inAllLanguages((language) => absenceMessages[language].memberTitle(readText(body.name, language).text)),
    sentence: inAllLanguages((language) =>
      absenceMessages[language].memberSentence(
        namesOfMonths(running, language),
        formatInstant(next.startsAt, language, zone),
        rule.months,
      ),
    ),
    path,
    dedupe,
  })
  await notify(ctx, {
    kind: absenceNotice,
    persons: (await secretaries(ctx)).filter((id) => id !== personId),
    title: inAllLanguages((language) => absenceMessages[language].secretaryTitle(name)),
    sentence: inAllLanguages((language) =>
      absenceMessages[language].secretarySentence(
        namesOfMonths(running, language),
        formatInstant(next.startsAt, language, zone),
      ),
    ),
    path: absencePaths.list,
    dedupe: `${dedupe}:desk`,
  })
}

async function tellFulfilled(ctx: Context, { body }: WatchedAbsence, member: AbsentMember): Promise<void> {
  const months = member.fulfilled!
  const due = reportBy(months)
  await notify(ctx, {
    kind: absenceNotice,
    persons: await secretaries(ctx),
    title: inAllLanguages((language) => absenceMessages[language].fulfilledTitle(member.name)),
    sentence: inAllLanguages((language) =>
      absenceMessages[language].fulfilledSentence(namesOfMonths(months, language), sayDueDay(due, language)),
    ),
    path: absencePaths.list,
    dedupe: `${body.id}:${member.personId}:${months.at(-1)}:fulfilled`,
  })
}

export const absenceJob: CronJob = {
  name: 'meetings-absence',
  title: { et: absenceMessages.et.job, en: absenceMessages.en.job, ru: absenceMessages.ru.job },
  cron: '10 6 * * *',
  run: ({ ctx }) => warnAbsent(ctx),
}
