import { attendanceOf, type Attendance } from '../log/attendance.ts'
import type { MeetingState } from '../log/state.ts'
import type { PublicVote } from '../pages/live/public-meeting.ts'
import { publicView } from '../pages/live/public-view.ts'

/** Grows when the record is reckoned in another way: then all are made anew. */
export const reckoning = 2

export const recordedChoices = ['for', 'against', 'abstained', 'did-not-vote', 'absent'] as const
export type RecordedChoice = (typeof recordedChoices)[number]
export type AttendanceKind = Exclude<Attendance['kind'], 'not-entitled'>

export type RecordedAttendance = {
  personId: string
  kind: AttendanceKind
  minutesPresent: number
  minutesMissed: number
}

export type RecordedVote = {
  voteId: string
  statedAt: Date
  state: 'stated' | 'annulled' | 'repeated'
  outcome: NonNullable<PublicVote['outcome']>
  about: string
  itemId: string | null
  question: string
  method: string
  /** The public could not follow. */
  isClosed: boolean
  /** Null: the public could not follow, or persons were elected, whose votes are none for and against. */
  counts: { for: number; against: number; abstained: number; didNotVote: number } | null
  choices: readonly { personId: string; choice: RecordedChoice }[]
}

export type MeetingRecord = { attendance: readonly RecordedAttendance[]; votes: readonly RecordedVote[] }

const attendanceIsOpen: ReadonlySet<string> = new Set(['council', 'committee', 'audit'])

/**
 * What stays of a meeting in the records of persons and bodies. Attendance only of a meeting that is over and that ran,
 * and of committees also where they sit closed: the plan promises both.
 */
export function recordOf(state: MeetingState, bases: ReadonlyMap<string, string> = new Map()): MeetingRecord {
  const view = publicView(state, bases)
  const votes = new Map([...view.votes, ...view.agenda.flatMap((item) => item.votes)].map((vote) => [vote.id, vote]))
  return {
    attendance: attendanceIn(state),
    votes: [...votes.values()].flatMap((vote) => recordedVote(state, vote)),
  }
}

function attendanceIn(state: MeetingState): RecordedAttendance[] {
  const { body, statute } = state.setup
  const isTold = statute.sittings.public || attendanceIsOpen.has(body.kind)
  if (state.endedAt === null || state.openedAt === null || !isTold) return []
  return attendanceOf(state, state.endedAt).flatMap(({ personId, kind, minutesPresent, minutesMissed }) =>
    kind === 'not-entitled'
      ? []
      : [{ personId, kind, minutesPresent: Math.round(minutesPresent), minutesMissed: Math.round(minutesMissed) }],
  )
}

function recordedVote(state: MeetingState, vote: PublicVote): RecordedVote[] {
  if (vote.outcome === null || vote.state === 'cancelled') return []
  const result = state.setup.statute.sittings.public ? (vote.inside?.result ?? null) : null
  const { about, state: stands } = vote
  return [
    {
      voteId: vote.id,
      statedAt: vote.at,
      state: stands,
      outcome: vote.outcome,
      about: about.map(({ number, title }) => `${number}. ${title}`).join('; '),
      itemId: about[0]?.id ?? null,
      question: result === null ? '' : vote.inside!.question,
      method: result === null ? '' : vote.inside!.method,
      isClosed: result === null,
      counts: result === null || result.election !== null ? null : { ...result.counts },
      choices: stands === 'stated' && result?.byName ? choicesOf(state, vote.id, result.byName) : [],
    },
  ]
}

type ByName = Readonly<Record<'for' | 'against' | 'abstained' | 'didNotVote', readonly string[]>>

/** Who had a seat and was away is in the record too; who was barred is not: the vote was not theirs. */
function choicesOf(state: MeetingState, voteId: string, byName: ByName): RecordedVote['choices'] {
  const { for: yes, against, abstained, didNotVote } = byName
  const { openedAt, barred } = state.votes.get(voteId)!
  const said = new Map<string, RecordedChoice>()
  for (const personId of yes) said.set(personId, 'for')
  for (const personId of against) said.set(personId, 'against')
  for (const personId of abstained) said.set(personId, 'abstained')
  for (const personId of didNotVote) said.set(personId, 'did-not-vote')
  for (const { personId, kind, votingRight, mandates } of state.people.values()) {
    const hadSeat = mandates.some(({ from, until }) => from <= openedAt! && (until === null || until > openedAt!))
    if (kind === 'member' && votingRight && hadSeat && !said.has(personId) && !barred.includes(personId))
      said.set(personId, 'absent')
  }
  return [...said].map(([personId, choice]) => ({ personId, choice }))
}
