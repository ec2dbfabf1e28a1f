import { formatInstant, localDate, localTimeOf } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { PdfBlock, PdfRun, PdfText } from '#platform/typst/pdf-document.ts'
import { liveMessages } from '../messages/live.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { MinutesView } from './minutes-view.ts'
import { withNames, withoutNames, type PrivateNames } from './private-names.ts'
import type { Dissent, Summaries } from './queries.ts'

export type MinutesOf = {
  meeting: Meeting
  seen: MinutesView
  names: ReadonlyMap<string, string>
  summaries: Summaries
  dissents: readonly Dissent[]
  privateNames: PrivateNames
  /** By item: who presented it, and the text that was decided on; of items that this version tells alone. */
  items: ReadonlyMap<string, { rapporteur: string; draft: string }>
}
export type Reader = { language: Language; timeZone: string }

/** Minutes are kept in the official language, whoever reads them. */
export const foreign = (text: string, language: Language): PdfRun =>
  language === 'et' ? { text } : { text, language: 'et' }
export const heading = (level: 1 | 2 | 3, text: string): PdfBlock => ({ kind: 'heading', level, text })
export const sentence = (text: PdfText): PdfBlock => ({ kind: 'paragraph', text })
export const quiet = (text: PdfText): PdfBlock => ({ kind: 'paragraph', look: 'quiet', text })
/** A heading with what stands below it; nothing at all where there is nothing. */
export const section = (title: string, entries: readonly PdfText[]): PdfBlock[] =>
  entries.length === 0 ? [] : [heading(2, title), { kind: 'list', entries }]

/** The hour of the day; of another day than the meeting's with its date. */
export function clockOf({ meeting }: Pick<MinutesOf, 'meeting'>, at: Date, { language, timeZone }: Reader): string {
  const isSameDay = localDate(at, timeZone) === localDate(meeting.startsAt, timeZone)
  return isSameDay ? localTimeOf(at, timeZone).slice(11) : formatInstant(at, language, timeZone)
}

export const namer =
  ({ names }: Pick<MinutesOf, 'names'>, { language }: Reader) =>
  (personId: string): string =>
    names.get(personId) ?? liveMessages[language].nameless

/** Somebody's written words, paragraph by paragraph. */
export function paragraphsOf(text: string, { language }: Reader): PdfBlock[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => sentence([foreign(part, language)]))
}

/** What a secretary wrote, with or without the names that were marked in it. */
export function summaryOf({ seen, summaries, privateNames }: MinutesOf, itemId: string): string {
  const isTold = itemId === '' ? !seen.meeting.isClosedSitting : seen.items.has(itemId)
  return isTold ? named({ seen, privateNames }, summaries[itemId] ?? '') : ''
}

/** Somebody's words with or without the names that were marked in them. */
export const named = ({ seen, privateNames }: Pick<MinutesOf, 'seen' | 'privateNames'>, text: string): string =>
  seen.scope === 'full' ? withNames(text) : withoutNames(text, privateNames)
