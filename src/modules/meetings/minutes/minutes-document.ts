import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { localDate } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import type { Site } from '#platform/site.ts'
import type { PdfBlock, PdfDocument } from '#platform/typst/pdf-document.ts'
import { nameOfMeeting } from '../messages/names.ts'
import type { Meeting } from '../queries/meetings.ts'
import { minutesMessages } from './messages.ts'

/** Minutes on paper. */
export function minutesDocument(
  { db, site }: { db: Db; site: Pick<Site, 'settings'> },
  meeting: Meeting,
  blocks: readonly PdfBlock[],
  language: Language,
): PdfDocument {
  const t = minutesMessages[language]
  const title = t.fullTitle(nameOfMeeting(meeting, language))
  const author = readText(site.settings.name, language).text
  return {
    title,
    language,
    author,
    date: localDate(meeting.startsAt, timeZoneOf(db)),
    header: title,
    footer: author,
    pageWord: t.page,
    blocks: [{ kind: 'heading', level: 1, text: title }, ...blocks],
  }
}
