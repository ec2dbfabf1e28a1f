import { inOrder } from './members.ts'
import type { Attendee, MeetingState, Span, VoteState } from './state.ts'

export type Attendance = {
  personId: string
  /** `not-entitled`: no mandate while the meeting ran, so this meeting is in no denominator of theirs. */
  kind: 'whole' | 'partly' | 'excused' | 'absent' | 'not-entitled'
  arrivedLateAt: Date | null
  leftEarlyAt: Date | null
  stays: readonly Span[]
  /** Of the time that the meeting really ran with their mandate: pauses and suspensions are no absence. */
  minutesMissed: number
  minutesPresent: number
  /** Votes with a result in which they had a seat and were away. */
  votesMissed: number
  /** Present, entitled and silent; secret votes do not tell. */
  votesSilent: number
  votesCast: number
}

type Interval = readonly [from: number, until: number]

function intervals(spans: readonly Span[], end: number): Interval[] {
  return spans.map(({ from, until }) => [from.getTime(), Math.min(until?.getTime() ?? end, end)])
}

function overlap(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap(([from, until]) =>
    b
      .map(([start, stop]): Interval => [Math.max(from, start), Math.min(until, stop)])
      .filter(([start, stop]) => stop > start),
  )
}

const length = (spans: readonly Interval[]) => spans.reduce((sum, [from, until]) => sum + until - from, 0)

/** A guest who became a member counts from then. */
function hadSeat(person: Attendee, at: Date): boolean {
  return person.mandates.some(({ from, until }) => from <= at && (until === null || until > at))
}

/** Votes that gave a result; cancelled, annulled and superseded ones are in nobody's record. */
function countedVotes(state: MeetingState): VoteState[] {
  return [...state.votes.values()].filter((vote) => vote.state === 'stated' || vote.state === 'closed')
}

/** Who took part and how much, up to now; by name. */
export function attendanceOf(state: MeetingState, now: Date): Attendance[] {
  const end = (state.endedAt ?? now).getTime()
  const ran = intervals(state.running, end)
  const votes = countedVotes(state)
  return inOrder(state.people.values())
    .filter((person) => person.kind === 'member')
    .map((person) => attendanceOfOne(state, person, { end, ran, votes }))
}

type Meeting = { end: number; ran: readonly Interval[]; votes: readonly VoteState[] }

function attendanceOfOne(state: MeetingState, person: Attendee, { end, ran, votes }: Meeting): Attendance {
  const { personId } = person
  const owed = overlap(ran, intervals(person.mandates, end))
  const stays = person.stays.map(({ from, until }) => ({ from, until }))
  const present = length(overlap(owed, intervals(stays, end)))
  const missed = length(owed) - present
  const record = { votesMissed: 0, votesSilent: 0, votesCast: 0 }
  for (const vote of votes) {
    if (vote.openedAt === null || !hadSeat(person, vote.openedAt) || vote.barred.includes(personId)) continue
    const isNamed = vote.method !== 'secret' && vote.hands === null
    if (!vote.entitled.has(personId)) record.votesMissed += 1
    else if (vote.ballots.has(personId)) record.votesCast += 1
    else if (isNamed && vote.presentAtClosing.includes(personId)) record.votesSilent += 1
    else if (isNamed) record.votesMissed += 1
  }
  const first = owed[0]?.[0]
  // Whoever came, be it for a moment, is not absent; whoever went before the roll call was not there.
  const counted = stays.filter(
    ({ from, until }) => from.getTime() <= end && (until?.getTime() ?? end) >= (first ?? end),
  )
  const arrival = counted[0]?.from ?? null
  const leaving = counted.at(-1)?.until ?? null
  const seatEnds = Math.min(person.mandates.at(-1)?.until?.getTime() ?? end, end)
  return {
    personId,
    kind: satIn(state, person) ? kindOf(person, counted.length > 0, missed) : 'not-entitled',
    arrivedLateAt: arrival !== null && first !== undefined && arrival.getTime() > first ? arrival : null,
    leftEarlyAt: leaving !== null && leaving.getTime() < seatEnds ? leaving : null,
    stays,
    minutesMissed: missed / 60_000,
    minutesPresent: present / 60_000,
    ...record,
  }
}

/** Whose mandate was over before the roll call has no part in the meeting. */
const satIn = ({ openedAt }: MeetingState, { mandates }: Attendee): boolean =>
  mandates.some(({ until }) => until === null || openedAt === null || until > openedAt)

function kindOf(person: Attendee, came: boolean, missed: number): Attendance['kind'] {
  if (!came) return person.excused ? 'excused' : 'absent'
  return missed === 0 ? 'whole' : 'partly'
}
