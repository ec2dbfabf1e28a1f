import type { Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { languages, readText, type Language, type LocalText } from '#platform/language.ts'
import { notify, writeLetter } from '#modules/notifications/index.ts'
import { letterMessages, type LetterMessages } from './messages/letters.ts'
import { reportPaths } from './paths.ts'
import type { Report } from './queries/reports.ts'
import { makeReportToken } from './tokens.ts'

export const myReportNotices = 'reports.my-report'

type Told = Pick<
  Report,
  'id' | 'number' | 'categoryName' | 'reporterPerson' | 'reporterEmail' | 'language' | 'isPrivate'
>

/** What is told, in each language. */
export type Telling = (t: LetterMessages, language: Language, category: string) => { title: string; sentence: string }

/** Tells the sender, by their account or by a letter with the report's own link; whoever gave neither looks there. */
export async function tellReporter(
  ctx: Context,
  keys: SiteKeys,
  report: Told,
  telling: Telling,
  { dedupe, words = '', page = 'report' }: { dedupe: string; words?: string; page?: 'report' | 'check' },
): Promise<void> {
  const inLanguage = (language: Language) =>
    telling(letterMessages[language], language, readText(report.categoryName, language).text)
  if (report.reporterPerson !== null) {
    const told = Object.fromEntries(languages.map((language) => [language, inLanguage(language)]))
    const textOf = (part: 'title' | 'sentence'): LocalText => ({
      et: told.et![part],
      en: told.en![part],
      ru: told.ru![part],
    })
    await notify(ctx, {
      kind: myReportNotices,
      persons: [report.reporterPerson],
      title: textOf('title'),
      sentence: textOf('sentence'),
      path: page === 'check' ? reportPaths.check(report.number) : reportPaths.report(report.number),
      dedupe,
    })
    return
  }
  if (report.reporterEmail === null) return
  const { title, sentence } = inLanguage(report.language)
  const token = makeReportToken(keys, 'report reader', report.id)
  const path = page === 'check' ? reportPaths.ownCheck(token) : reportPaths.own(token)
  const t = letterMessages[report.language]
  const answer = words === '' ? [] : [{ paragraph: words }]
  await writeLetter(ctx, {
    kind: myReportNotices,
    to: report.reporterEmail,
    purpose: 'matter',
    dedupe,
    letter: {
      language: report.language,
      subject: title,
      blocks: [{ paragraph: sentence }, ...answer, { button: page === 'check' ? t.checkButton : t.button, path }],
    },
  })
}
