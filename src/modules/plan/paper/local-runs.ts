import { readText, type Language, type LocalText } from '#platform/language.ts'
import type { PdfBlock, PdfRun } from '#platform/typst/pdf-document.ts'
import { localPath, isInternal } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'
import type { Fulfilment } from '../fulfilment.ts'
import { statusMessages } from '../messages/status.ts'
import type { PartyRow } from '../queries/commitments.ts'

/** What paper needs to know of its reader and of the site. */
export type Paper = { language: Language; origin: string; municipality: string }

/** Officials' text in the reader's language; the Estonian original says that it is Estonian. */
export function localRun(text: LocalText, language: Language): PdfRun {
  const read = readText(text, language)
  return { text: read.text, ...(read.language === language ? {} : { language: read.language }) }
}

/** A text as paragraphs, with what the reader must know about its translation. */
export function localParagraphs(text: LocalText, language: Language, look?: 'lead'): PdfBlock[] {
  const words = uiMessages[language]
  const { behind, language: read } = readText(text, language)
  const note = read === language ? (behind ? words.translationBehind : null) : words.onlyInEstonian
  return [
    { kind: 'paragraph', text: [localRun(text, language)], ...(look === undefined ? {} : { look }) },
    ...(note === null ? [] : [{ kind: 'paragraph', look: 'quiet', text: note } as const]),
  ]
}

/** Paper cannot follow a path: every link is a whole address, in the reader's language. */
export function addressOf(path: string, { origin, language }: Paper): string {
  return isInternal(path) ? origin + localPath(path, language) : path
}

const tones = { kept: 'success', 'due-soon': 'warning', late: 'danger', 'not-measured': 'neutral' } as const

/** The status with its mark; what people vouched for is never shown as measured. */
export function standingRuns(
  { status, vouched }: Pick<Fulfilment, 'status' | 'vouched'>,
  language: Language,
): PdfRun[] {
  const t = statusMessages[language]
  return [
    { text: t.statuses[status], tone: tones[status] },
    ...(vouched ? [{ text: ` ${t.vouched}`, quiet: true } as const] : []),
  ]
}

export function partyRuns(parties: readonly PartyRow[], paper: Paper): PdfRun[] {
  return parties.flatMap(({ title, asWritten, bodySlug }, at): PdfRun[] => [
    ...(at === 0 ? [] : [{ text: ', ' }]),
    {
      ...(title === null ? { text: asWritten, ...foreign('et', paper.language) } : localRun(title, paper.language)),
      ...(bodySlug === null ? {} : { href: addressOf(`/kogud/${bodySlug}`, paper) }),
    },
  ])
}

/** Words kept as they were written, in a language that may not be the reader's. */
export function foreign(written: Language, read: Language): { language?: Language } {
  return written === read ? {} : { language: written }
}
