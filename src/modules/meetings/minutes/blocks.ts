import { formatInstant, localDate, localTimeOf } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { sayDerivation } from '../messages/derivation.ts'
import { liveVoteMessages } from '../messages/live-votes.ts'
import { liveMessages } from '../messages/live.ts'
import type { PublicAttendance, PublicItem, PublicMeeting, PublicVote } from '../pages/live/public-meeting.ts'
import type { Meeting } from '../queries/meetings.ts'
import { minutesMessages } from './messages.ts'
import type { Summaries } from './queries.ts'

export type MinutesOf = {
  meeting: Meeting
  /** What everybody may see of it: minutes for all say no more. */
  view: PublicMeeting
  names: ReadonlyMap<string, string>
  summaries: Summaries
  /** By item: who presented it, and the text that was decided on; of public items alone. */
  items: ReadonlyMap<string, { rapporteur: string; draft: string }>
}
type Reader = { language: Language; timeZone: string }

/** The minutes as blocks: one source for the page and for paper. */
export function minutesBlocks(of: MinutesOf, reader: Reader): PdfBlock[] {
  const { meeting, view, names, summaries } = of
  const t = minutesMessages[reader.language]
  const whole = summaries[''] ?? ''
  return [
    {
      kind: 'definitions',
      entries: [
        [t.body, readText(meeting.body.name, reader.language).text],
        [t.began, view.openedAt === null ? '–' : formatInstant(view.openedAt, reader.language, reader.timeZone)],
        [t.ended, view.endedAt === null ? '–' : formatInstant(view.endedAt, reader.language, reader.timeZone)],
        ...(meeting.place === '' ? [] : [[t.place, meeting.place] as const]),
        ...(view.isClosedSitting ? [] : [[t.chair, names.get(view.chairPersonId) ?? '–'] as const]),
      ],
    },
    ...(view.attendance === null ? [] : attendanceBlocks(of, view.attendance, reader)),
    ...(whole === '' ? [] : paragraphsOf(whole, reader)),
    ...(view.votes.length === 0
      ? []
      : [heading(2, t.procedure), ...view.votes.flatMap((vote) => voteBlocks(vote, names, reader))]),
    heading(2, t.agenda),
    ...view.agenda.flatMap((item) => itemBlocks(item, of, reader)),
    { kind: 'paragraph', look: 'quiet', text: t.unsigned },
  ]
}

const heading = (level: 1 | 2 | 3, text: string): PdfBlock => ({ kind: 'heading', level, text })
const clock = (at: Date, { timeZone }: Reader): string => localTimeOf(at, timeZone).slice(11)

function attendanceBlocks({ view, names }: MinutesOf, { here, away }: PublicAttendance, reader: Reader): PdfBlock[] {
  const t = minutesMessages[reader.language]
  const nameOf = (personId: string) => names.get(personId) ?? liveMessages[reader.language].nameless
  const present = here.map(({ personId, channel, since, until }) => {
    // Whoever was there from the first to the last is named without times.
    const from = since !== null && view.openedAt !== null && since > view.openedAt ? t.from(clock(since, reader)) : ''
    const to = until !== null && view.endedAt !== null && until < view.endedAt ? t.until(clock(until, reader)) : ''
    const notes = [channel === 'remote' ? t.remote : '', from, to].filter((part) => part !== '')
    return notes.length === 0 ? nameOf(personId) : `${nameOf(personId)} (${notes.join(', ')})`
  })
  const absent = away.map(({ personId, isExcused }) => `${nameOf(personId)}${isExcused ? ` (${t.excused})` : ''}`)
  return [
    heading(2, t.present(here.length)),
    { kind: 'list', entries: present },
    ...(absent.length === 0 ? [] : [heading(2, t.absent(away.length)), { kind: 'list', entries: absent } as const]),
  ]
}

function itemBlocks(item: PublicItem, of: MinutesOf, reader: Reader): PdfBlock[] {
  const { language } = reader
  const [t, live] = [minutesMessages[language], liveMessages[language]]
  const title: PdfBlock = {
    kind: 'heading',
    level: 3,
    text: [{ text: `${item.number}. ` }, foreign(item.title, language)],
  }
  const outcome: PdfBlock = { kind: 'paragraph', text: `${t.outcome}: ${live.itemStates[item.state]}` }
  const votes = item.votes.flatMap((vote) => voteBlocks(vote, of.names, reader))
  if (item.closed !== null)
    return [title, { kind: 'paragraph', text: t.closed(item.closed.basis ?? '–') }, outcome, ...votes]
  const { rapporteur = '', draft = '' } = of.items.get(item.id) ?? {}
  const isAdopted = item.votes.some((vote) => vote.state === 'stated' && vote.outcome === 'adopted')
  return [
    title,
    ...(rapporteur === '' ? [] : [{ kind: 'paragraph', text: `${t.rapporteur}: ${rapporteur}` } as const]),
    ...paragraphsOf(of.summaries[item.id] ?? '', reader),
    ...votes,
    ...(isAdopted && draft !== ''
      ? [{ kind: 'paragraph', text: [{ text: `${t.draft}:`, strong: true }] } as const, ...paragraphsOf(draft, reader)]
      : []),
    outcome,
  ]
}

/** The question, the word, the numbers, the reckoning and, where it was by name, who voted how. */
function voteBlocks(vote: PublicVote, names: ReadonlyMap<string, string>, { language, timeZone }: Reader): PdfBlock[] {
  const [t, words] = [minutesMessages[language], liveVoteMessages[language]]
  const said =
    vote.outcome === null ? words.undone[vote.state as keyof typeof words.undone] : words.outcomes[vote.outcome]
  const result = vote.inside?.result ?? null
  const nameOf = (personId: string) => names.get(personId) ?? liveMessages[language].nameless
  const when = localTimeOf(vote.at, timeZone).slice(11)
  const undone = vote.state === 'stated' || vote.outcome === null ? '' : ` (${words.undone[vote.state]})`
  const byName = result?.byName ?? null
  return [
    {
      kind: 'paragraph',
      text: [
        { text: `${t.vote} ${when}` },
        ...(vote.inside === null ? [] : [{ text: ': ' }, foreign(vote.inside.question, language)]),
        { text: '. ' },
        { text: `${said}${undone}`, strong: true },
        ...(result === null ? [] : [{ text: `: ${words.counts(result.counts)}.` }]),
      ],
    },
    ...(result === null
      ? []
      : [
          {
            kind: 'paragraph',
            look: 'quiet',
            text: result.derivation.map((step) => sayDerivation(step, language)).join(' '),
          } as const,
        ]),
    ...(byName === null
      ? []
      : [
          {
            kind: 'list',
            entries: (Object.keys(words.choices) as (keyof typeof words.choices)[])
              .filter((choice) => byName[choice].length > 0)
              .map((choice) => `${words.choices[choice]}: ${byName[choice].map(nameOf).join(', ')}`),
          } as const,
        ]),
  ]
}

function paragraphsOf(text: string, { language }: Reader): PdfBlock[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: [foreign(part, language)] }))
}

/** Minutes are kept in the official language, whoever reads them. */
const foreign = (text: string, language: Language) => (language === 'et' ? { text } : { text, language: 'et' as const })

/** The day of the meeting, for the file. */
export const dayOf = ({ meeting }: MinutesOf, timeZone: string): string => localDate(meeting.startsAt, timeZone)
