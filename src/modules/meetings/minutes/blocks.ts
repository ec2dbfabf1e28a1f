import { formatInstant } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import type { PdfBlock, PdfText } from '#platform/typst/pdf-document.ts'
import type { Span } from '../log/state.ts'
import type { PublicAttendance } from '../pages/live/public-meeting.ts'
import { blockMessages } from './block-messages.ts'
import {
  clockOf,
  foreign,
  heading,
  namer,
  paragraphsOf,
  quiet,
  section,
  sentence,
  summaryOf,
  type MinutesOf,
  type Reader,
} from './block-parts.ts'
import { itemBlocks, overrideOf } from './item-blocks.ts'
import { minutesMessages } from './messages.ts'
import { countMarked } from './private-names.ts'
import { voteBlocks } from './vote-blocks.ts'

/** The minutes as blocks: one source for the page and for paper, for everybody or for the body itself. */
export function minutesBlocks(of: MinutesOf, reader: Reader): PdfBlock[] {
  const { meeting, seen } = of
  const [t, more] = [minutesMessages[reader.language], blockMessages[reader.language]]
  const view = seen.meeting
  const nameOf = namer(of, reader)
  const at = (instant: Date | null) =>
    instant === null ? '–' : formatInstant(instant, reader.language, reader.timeZone)
  return [
    ...(seen.scope === 'full' ? [quiet(more.fullVersion)] : []),
    {
      kind: 'definitions',
      entries: [
        [t.body, readText(meeting.body.name, reader.language).text],
        [t.began, at(view.openedAt)],
        [t.ended, at(view.endedAt)],
        ...(meeting.place === '' ? [] : [[t.place, [foreign(meeting.place, reader.language)]] as const]),
        ...(view.isClosedSitting ? [] : [[t.chair, nameOf(view.chairPersonId)] as const]),
        ...(seen.secretaryPersonId === null ? [] : [[more.secretary, nameOf(seen.secretaryPersonId)] as const]),
      ],
    },
    ...(view.attendance === null ? [] : attendanceBlocks(of, view.attendance, reader)),
    ...courseBlocks(of, reader),
    ...paragraphsOf(summaryOf(of, ''), reader),
    ...(view.votes.length === 0
      ? []
      : [heading(2, t.procedure), ...view.votes.flatMap((vote) => voteBlocks(vote, of, reader))]),
    heading(2, t.agenda),
    ...view.agenda.flatMap((item) => itemBlocks(item, of, reader)),
    ...takenOffBlocks(of, reader),
    ...section(
      more.corrections,
      seen.corrections.map(({ at: when, reason }): PdfText => [
        { text: `${more.correctedAt(clockOf(of, when, reader))}: ` },
        reason === null ? { text: more.closedReason } : foreign(reason, reader.language),
      ]),
    ),
    ...removedBlocks(of, reader),
    quiet(t.unsigned),
  ]
}

function attendanceBlocks(of: MinutesOf, { here, away }: PublicAttendance, reader: Reader): PdfBlock[] {
  const [t, more] = [minutesMessages[reader.language], blockMessages[reader.language]]
  const nameOf = namer(of, reader)
  const { openedAt, endedAt } = of.seen.meeting
  const clock = (at: Date) => clockOf(of, at, reader)
  const present = here.map(({ personId, channel, since, until }) => {
    // Whoever was there from the first to the last is named without times.
    const from = since !== null && openedAt !== null && since > openedAt ? t.from(clock(since)) : ''
    const to = until !== null && endedAt !== null && until < endedAt ? t.until(clock(until)) : ''
    const notes = [channel === 'remote' ? t.remote : '', from, to].filter((part) => part !== '')
    return notes.length === 0 ? nameOf(personId) : `${nameOf(personId)} (${notes.join(', ')})`
  })
  const absent = away.map(({ personId, isExcused }) => `${nameOf(personId)}${isExcused ? ` (${t.excused})` : ''}`)
  const guests = of.seen.guests.map(({ personId, items }) =>
    items === null ? nameOf(personId) : `${nameOf(personId)} (${more.forItems(items.join(', '))})`,
  )
  const substitutes = of.seen.substitutes.map(
    ({ personId, replaces }) => `${nameOf(personId)}, ${more.inPlaceOf(nameOf(replaces))}`,
  )
  return [
    heading(2, t.present(here.length)),
    { kind: 'list', entries: present },
    ...section(t.absent(away.length), absent),
    ...section(more.substitutes, substitutes),
    ...section(more.guests, guests),
  ]
}

/** When it stood still, when there were too few, and what was set aside. */
function courseBlocks(of: MinutesOf, reader: Reader): PdfBlock[] {
  const t = blockMessages[reader.language]
  const { breaks, lapses, overrides, notes } = of.seen
  const times = (spans: readonly Span[]) =>
    spans.map(({ from, until }) =>
      t.fromUntil(clockOf(of, from, reader), until === null ? null : clockOf(of, until, reader)),
    )
  return [
    ...section(t.breaks, times(breaks)),
    ...section(t.lapses, times(lapses)),
    ...section(
      t.overrides,
      overrides.map(({ check, reason }) => overrideOf(check, reason, reader)),
    ),
    ...section(
      t.notes,
      notes.map((note) => [foreign(note, reader.language)]),
    ),
  ]
}

function takenOffBlocks({ seen }: MinutesOf, { language }: Reader): PdfBlock[] {
  const t = blockMessages[language]
  const entries = seen.meeting.takenOff.map(({ id, title, how, into }): PdfText => {
    const reason = seen.takenOff.get(id)
    return [
      foreign(title, language),
      ...(how === 'merged' ? [{ text: `: ${t.mergedInto(into)}` }] : []),
      ...(reason === undefined ? [] : [{ text: ': ' }, foreign(reason, language)]),
    ]
  })
  return section(t.takenOff, entries)
}

/** Which class of data the public version leaves out, and on which ground. */
function removedBlocks({ seen, summaries, dissents }: MinutesOf, { language }: Reader): PdfBlock[] {
  const t = blockMessages[language]
  const closed = seen.meeting.agenda.filter((item) => item.closed !== null)
  const open = new Set(['', ...seen.items.keys()])
  const written = [
    ...Object.entries(summaries).map(([itemId, text]) => ({ itemId, text })),
    ...dissents.map(({ itemId, words }) => ({ itemId, text: words })),
  ]
  const names = written.reduce((sum, { itemId, text }) => (open.has(itemId) ? sum + countMarked(text) : sum), 0)
  if (seen.scope === 'full' || (closed.length === 0 && names === 0 && seen.sittingClosed === null)) return []
  const bases = [...new Set(closed.map((item) => item.closed?.basis ?? '–'))].join('; ')
  const numbers = closed.map(({ number }) => number).join(', ')
  return [
    heading(2, t.removed),
    ...(seen.sittingClosed === null ? [] : [sentence(t.removedSitting(seen.sittingClosed))]),
    ...(closed.length === 0 ? [] : [sentence(t.removedClosed(numbers, bases))]),
    ...(names === 0 ? [] : [sentence(t.removedNames(names))]),
  ]
}
