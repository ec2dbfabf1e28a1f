import { changeReaders } from '#modules/files/index.ts'
import { forms } from '#modules/forms/index.ts'
import { followers } from '#modules/notifications/index.ts'
import { inTransaction, system, timeZoneOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { localDate } from '#platform/format.ts'
import type { CronJob } from '#platform/jobs/job.ts'
import type { Log } from '#platform/log.ts'
import { reportSubject } from '../events.ts'
import { afterSubject } from '../field/after-photos.ts'
import { reportPaths } from '../paths.ts'
import { originalSubject } from '../pictures/cover-photo.ts'
import { fileSubjectsOf, readersOf, staffSubject } from '../readers.ts'
import { deleteReport, listToDelete, lockToAnonymise, lockToDelete, removeWriters } from './queries.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.anonymised': { count: number }
    'reports.deleted': { number: number }
    'reports.retention-done': { anonymised: number; deleted: number; failed: number }
  }
}

const atOnce = 100
const listedAtOnce = 1000

/** Takes off a batch of closed reports whatever leads to those who wrote them; answers how many there were. */
export async function anonymiseReports(context: Context): Promise<number> {
  return inTransaction({ ...context, actor: system }, async (ctx) => {
    const reports = await lockToAnonymise(ctx.db, ctx.now, atOnce)
    if (reports.length === 0) return 0
    await removeWriters(
      ctx.db,
      reports.map(({ id }) => id),
      ctx.now,
    )
    await forms.forgetStaffAnswers(
      ctx,
      reports.flatMap(({ answersId }) => (answersId === null ? [] : [answersId])),
    )
    for (const report of reports) {
      for (const subject of [reportSubject(report.id), afterSubject(report.id)]) {
        await changeReaders(ctx, subject, readersOf(report), { forgetSender: true })
      }
      await releaseFiles(ctx, [staffSubject(report.id), originalSubject(report.id)])
    }
    await record(ctx, 'reports.anonymised', 'reports:retention', { count: reports.length })
    return reports.length
  })
}

/** What only a few could see, and what belongs to nobody any more, goes in the next sweep. */
async function releaseFiles(ctx: Context, subjects: readonly string[]): Promise<void> {
  const yesterday = localDate(new Date(ctx.now.getTime() - 86_400_000), timeZoneOf(ctx.db))
  const nobody = { visibility: 'roles', roles: ['reportsCoordinator'] } as const
  for (const subject of subjects)
    await changeReaders(ctx, subject, nobody, { keepUntil: yesterday, forgetSender: true })
}

/** One report with everything in it; false when it is not to be deleted any more. Its files go in the next sweep. */
async function forgetReport(context: Context, number: number): Promise<boolean> {
  return inTransaction({ ...context, actor: system }, async (ctx) => {
    const report = await lockToDelete(ctx.db, ctx.now, number)
    if (report === undefined) return false
    const { id, isPublic, answersId } = report
    await releaseFiles(ctx, [...fileSubjectsOf(id), originalSubject(id)])
    await followers.endFollowing(ctx, reportPaths.report(number))
    await deleteReport(ctx.db, id)
    if (answersId !== null) await forms.forgetAnswers(ctx, [answersId])
    if (isPublic) await record(ctx, 'reports.deleted', reportSubject(id), { number })
    else await record(ctx, 'reports.private-changed', reportSubject(id), { what: 'reports.deleted' })
    return true
  })
}

type Counts = { anonymised: number; deleted: number; failed: number }

/** What the calendar does to closed reports after the months that their subjects give. Safe to repeat. */
export async function keepTerms(context: Context, log: Pick<Log, 'error'>, signal: AbortSignal): Promise<Counts> {
  const counts = { anonymised: 0, deleted: 0, failed: 0 }
  while (!signal.aborted) {
    const count = await anonymiseReports(context)
    counts.anonymised += count
    if (count < atOnce) break
  }
  // Doubles go before what they are the same as: whatever one round frees, the next finds.
  for (let before = -1; before !== counts.deleted && !signal.aborted;) {
    before = counts.deleted
    await deleteOnce(context, log, signal, counts)
  }
  if (counts.anonymised + counts.deleted + counts.failed > 0) {
    await inTransaction({ ...context, actor: system }, async (ctx) => {
      await record(ctx, 'reports.retention-done', 'reports:retention', counts)
    })
  }
  return counts
}

async function deleteOnce(context: Context, log: Pick<Log, 'error'>, signal: AbortSignal, counts: Counts) {
  counts.failed = 0
  for (let after = 0; !signal.aborted;) {
    const numbers = await listToDelete(context.db, context.now, after, listedAtOnce)
    for (const number of numbers) {
      if (signal.aborted) return
      try {
        if (await forgetReport(context, number)) counts.deleted += 1
      } catch (error) {
        counts.failed += 1
        log.error({ error, number }, 'a report whose time is over could not be deleted')
      }
    }
    if (numbers.length < listedAtOnce) return
    after = numbers.at(-1)!
  }
}

export const retentionJob: CronJob = {
  name: 'keep-terms',
  title: {
    et: 'Teadete säilitustähtajad',
    en: 'Terms of keeping reports',
    ru: 'Сроки хранения сообщений',
  },
  cron: '10 2 * * *',
  run: async ({ ctx, log, signal }) => {
    await keepTerms(ctx, log, signal)
  },
}
