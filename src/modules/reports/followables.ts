import type { Followable } from '#platform/followable.ts'
import { publicMessages } from './messages/public.ts'
import { reportPaths } from './paths.ts'
import { findReport } from './queries/reports.ts'
import { isPublic } from './rules.ts'

const { et, en, ru } = publicMessages
const feed = () => reportPaths.feed

/** All reports, and each that everybody may see. */
export const reportFollowables: readonly Followable[] = [
  { path: /\/teated/, title: async () => ({ et: et.title, en: en.title, ru: ru.title }), feed },
  {
    path: /\/teated\/\d{1,9}/,
    title: async (db, path) => {
      const number = Number(path.slice(reportPaths.list.length + 1))
      const report = await findReport(db, { number })
      if (report === undefined || !isPublic(report)) return null
      const titleIn = (language: 'et' | 'en' | 'ru') =>
        `${publicMessages[language].number(number)}: ${report.categoryName[language] ?? report.categoryName.et}`
      return { et: titleIn('et'), en: titleIn('en'), ru: titleIn('ru') }
    },
  },
]
