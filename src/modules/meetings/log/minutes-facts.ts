import { numberedAgenda } from './agenda.ts'
import { amendmentsOf } from './amendments.ts'
import { attendanceOf, type Attendance } from './attendance.ts'
import { inOrder } from './members.ts'
import type { AmendmentState, Attendee, ItemState, MeetingState, Note, Span, Speech, VoteState } from './state.ts'

export type ItemInMinutes = {
  /** Null: taken off the agenda or merged. */
  number: string | null
  item: ItemState
  speeches: readonly Speech[]
  amendments: readonly AmendmentState[]
  votes: readonly VoteState[]
  notes: readonly Note[]
}

export type MinutesFacts = {
  openedAt: Date | null
  endedAt: Date | null
  chairPersonId: string
  secretaryPersonId: string | null
  /** Everybody stands in one of the three lists; late comers and early leavers are among the present. */
  present: readonly Attendance[]
  excused: readonly Attendance[]
  absent: readonly Attendance[]
  late: readonly Attendance[]
  leftEarly: readonly Attendance[]
  guests: readonly Attendee[]
  breaks: readonly Span[]
  quorumLapses: readonly Span[]
  items: readonly ItemInMinutes[]
  /** Votes and notes on no item: the agenda, procedure. */
  votes: readonly VoteState[]
  notes: readonly Note[]
  overrides: MeetingState['overrides']
}

/** What minutes (protokoll) are written from; who reads the log later gets the same. */
export function minutesFacts(state: MeetingState, now: Date): MinutesFacts {
  const attendance = attendanceOf(state, now)
  const present = attendance.filter(({ kind }) => kind === 'whole' || kind === 'partly')
  const votes = [...state.votes.values()].filter((vote) => vote.state !== 'prepared')
  const numbered = numberedAgenda(state).map(({ number, item }) => ({ number, item }))
  const takenOff = [...state.items.values()].filter((item) => item.state === 'removed' || item.state === 'merged')
  const items = [...numbered, ...takenOff.map((item) => ({ number: null, item }))]
  return {
    openedAt: state.openedAt,
    endedAt: state.endedAt,
    chairPersonId: state.chairPersonId,
    secretaryPersonId: state.setup.secretaryPersonId,
    present,
    excused: attendance.filter(({ kind }) => kind === 'excused'),
    absent: attendance.filter(({ kind }) => kind === 'absent'),
    late: present.filter(({ arrivedLateAt }) => arrivedLateAt !== null),
    leftEarly: present.filter(({ leftEarlyAt }) => leftEarlyAt !== null),
    guests: inOrder(state.people.values()).filter(({ kind, stays }) => kind === 'guest' && stays.length > 0),
    breaks: breaksOf(state),
    quorumLapses: state.quorum.lapses,
    items: items.map(({ number, item }) => ({
      number,
      item,
      speeches: item.speechIds.map((id) => state.speeches.get(id)!).filter((speech) => speech.startedAt !== null),
      amendments: amendmentsOf(state, item.id),
      votes: votes.filter((vote) => vote.itemIds.includes(item.id)),
      notes: state.notes.filter((note) => note.itemId === item.id),
    })),
    votes: votes.filter((vote) => vote.itemIds.length === 0),
    notes: state.notes.filter((note) => note.itemId === null),
    overrides: state.overrides,
  }
}

/** Between one stretch of sitting and the next. */
function breaksOf({ running }: MeetingState): Span[] {
  return running.slice(1).flatMap(({ from }, at) => {
    const before = running[at]!.until
    return before === null ? [] : [{ from: before, until: from }]
  })
}
