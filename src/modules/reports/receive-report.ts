import { timeZoneOf, type Context } from '#platform/context.ts'
import { formatDay, localDate } from '#platform/format.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { recordAbout } from './events.ts'
import type { Category } from './queries/categories.ts'
import type { Report } from './queries/reports.ts'
import { tellReporter } from './tell-reporter.ts'

/** From the moment of receipt the category's terms run, in working days. */
export function receivedAt(
  { db }: Context,
  { answerDays, fixDays }: Pick<Category, 'answerDays' | 'fixDays'>,
  moment: Date,
) {
  const day = localDate(moment, timeZoneOf(db))
  return {
    confirmed_at: moment,
    answer_due: addWorkingDays(day, answerDays).due,
    fix_due: addWorkingDays(day, fixDays).due,
  }
}

/** Everybody may know that the municipality has a report, and its sender by when the first answer comes. */
export async function tellReceived(ctx: Context, keys: SiteKeys, report: Report): Promise<void> {
  const { id, number, categoryCode, answerDue } = report
  await recordAbout(ctx, report, 'reports.received', { number, category: categoryCode })
  await tellReporter(
    ctx,
    keys,
    report,
    (t, language, category) => ({
      title: t.receivedSubject(number),
      sentence: t.received(category, answerDue === null ? '' : formatDay(answerDue, language)),
    }),
    { dedupe: `received:${id}` },
  )
}
