import { formatDay } from '#platform/format.ts'
import type { Report } from './queries/reports.ts'
import type { Telling } from './tell-reporter.ts'

/** That the municipality has a report, and by when the first answer comes. */
export function sayReceived({ number, answerDue }: Pick<Report, 'number' | 'answerDue'>): Telling {
  return (t, language, category) => ({
    title: t.receivedSubject(number),
    sentence: t.received(category, answerDue === null ? '' : formatDay(answerDue, language)),
  })
}
