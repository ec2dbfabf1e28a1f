import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { formatInstant, localDate } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import type { Site } from '#platform/site.ts'
import type { PdfBlock, PdfDocument, PdfRun, PdfText } from '#platform/typst/pdf-document.ts'
import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { whereOf } from '../pages/meeting-parts.tsx'
import { meetingPaths } from '../paths.ts'
import type { Item } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { invitationMessages } from './messages.ts'

type Reader = { language: Language; timeZone: string; origin: string }

/** The call of a meeting on paper: when, where, and the agenda with which it went out; what came later stands apart. */
export function invitationDocument(
  { db, site, origin }: { db: Db; site: Pick<Site, 'settings'>; origin: string },
  { meeting, items }: { meeting: Meeting; items: readonly Item[] },
  language: Language,
): PdfDocument {
  const t = invitationMessages[language]
  const timeZone = timeZoneOf(db)
  const reader = { language, timeZone, origin }
  const title = t.title(nameOfMeeting(meeting, language))
  const author = readText(site.settings.name, language).text
  const shown = items.filter(({ visibility }) => visibility !== 'internal')
  const of = (isLate: boolean) => shown.filter((item) => (item.addedLateBecause !== '') === isLate)
  const begins = formatInstant(meeting.startsAt, language, timeZone)
  return {
    title,
    language,
    author,
    date: localDate(meeting.invitedAt ?? meeting.startsAt, timeZone),
    header: title,
    footer: author,
    pageWord: t.page,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', look: 'lead', text: t.lead(readText(meeting.body.name, language).text, begins) },
      {
        kind: 'definitions',
        entries: [
          [t.when, begins],
          [t.where, whereOf(meeting, language)],
          [t.called, formatInstant(meeting.invitedAt ?? meeting.startsAt, language, timeZone)],
          [t.materials, [linkTo(meetingPaths.meeting(meeting.number), reader)]],
        ],
      },
      ...said(meeting.changedBecause, t.moved, reader),
      ...said(meeting.lateBecause, t.late, reader),
      ...section(t.agenda, of(false), reader),
      ...section(t.addedLater, of(true), reader),
    ],
  }
}

/** Whole addresses, so that they open from paper's file too. */
const linkTo = (path: string, { origin }: Reader): PdfRun => ({ text: `${origin}${path}`, href: `${origin}${path}` })

function said(words: string, say: (words: string) => string, { language }: Reader): PdfBlock[] {
  return words === '' ? [] : [{ kind: 'paragraph', text: [foreign(say(words), language)] }]
}

const section = (title: string, items: readonly Item[], reader: Reader): PdfBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        { kind: 'list', entries: items.map((item) => entryOf(item, reader)) },
      ]

const foreign = (text: string, language: Language): PdfRun => (language === 'et' ? { text } : { text, language: 'et' })

function entryOf(item: Item, { language }: Reader): PdfText {
  const t = invitationMessages[language]
  const { number, title, kind, rapporteur, plannedMinutes, visibility, closedBasis, addedLateBecause } = item
  const facts = [
    nameMessages[language].items[kind],
    ...(rapporteur === '' ? [] : [`${t.rapporteur} ${rapporteur}`]),
    ...(plannedMinutes === null ? [] : [t.minutes(plannedMinutes)]),
    ...(visibility === 'public' ? [] : [t.closed(closedBasis)]),
    ...(addedLateBecause === '' ? [] : [t.because(addedLateBecause)]),
  ]
  return [{ text: `${number}. ` }, { ...foreign(title, language), strong: true }, { text: ` (${facts.join('; ')})` }]
}
