import type { SaidSubject, SubjectWords } from '#platform/subject-words.ts'
import { reportSubject } from './events.ts'
import { publicMessages } from './messages/public.ts'
import { reportDeskPaths } from './paths.ts'
import { listReportsByIds } from './queries/reports.ts'

/** A report is called by its number; administrators find its files, and reach it only as their rights allow. */
export const reportSubjectWords: SubjectWords = async ({ db }, subjects) => {
  const prefix = reportSubject('')
  const ids = subjects.flatMap((subject) => (subject.startsWith(prefix) ? [subject.slice(prefix.length)] : []))
  if (ids.length === 0) return new Map()
  const reports = await listReportsByIds(db, ids)
  return new Map(
    reports.map(({ id, number }): [string, SaidSubject] => {
      const title = {
        et: publicMessages.et.number(number),
        en: publicMessages.en.number(number),
        ru: publicMessages.ru.number(number),
      }
      return [reportSubject(id), { title, path: reportDeskPaths.report(number) }]
    }),
  )
}
