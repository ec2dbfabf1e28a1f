import type { SaidSubject, SubjectWords } from '#platform/subject-words.ts'
import { publicMessages } from './messages/public.ts'
import { reportDeskPaths } from './paths.ts'
import { listReportsByIds } from './queries/reports.ts'
import { originalSubject } from './pictures/cover-photo.ts'
import { fileSubjectsOf } from './readers.ts'

/** A report is called by its number; administrators find its files, and reach it only as their rights allow. */
export const reportSubjectWords: SubjectWords = async ({ db }, subjects) => {
  const prefixes = [...fileSubjectsOf(''), originalSubject('')]
  const ids = subjects.flatMap((subject) =>
    prefixes.flatMap((prefix) => (subject.startsWith(prefix) ? [subject.slice(prefix.length)] : [])),
  )
  if (ids.length === 0) return new Map()
  const reports = await listReportsByIds(db, ids)
  return new Map(
    reports.flatMap(({ id, number }) => {
      const title = {
        et: publicMessages.et.number(number),
        en: publicMessages.en.number(number),
        ru: publicMessages.ru.number(number),
      }
      const said: SaidSubject = { title, path: reportDeskPaths.report(number) }
      return [...fileSubjectsOf(id), originalSubject(id)].map((subject): [string, SaidSubject] => [subject, said])
    }),
  )
}
