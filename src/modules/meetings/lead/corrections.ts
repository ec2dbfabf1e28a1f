import { instantIn } from '#platform/format.ts'
import { decisionsOn } from '../log/decision.ts'
import { factsOf, type EventKind, type FactsOf, type MeetingEvent, type PlainFacts } from '../log/events.ts'
import type { ItemState, MeetingState, VoteState } from '../log/state.ts'
import type { LeadGround } from './ground.ts'
import { correctionWays, type LeadInput } from './input.ts'
import type { StepTable } from './step.ts'

type Way = (typeof correctionWays)[number]

/** What may be wrong about an entry, and is put right by another; the course of the meeting itself has steps of its own. */
const ways: Partial<Record<EventKind, readonly Way[]>> = {
  arrived: ['void', 'time', 'person'],
  left: ['void', 'time', 'person'],
  disconnected: ['void', 'time', 'person'],
  reconnected: ['void', 'time', 'person'],
  excused: ['void', 'person'],
  recused: ['void', 'time', 'person'],
  'recusal-ended': ['void', 'time', 'person'],
  'recusals-asked': ['void'],
  'guest-admitted': ['void'],
  'member-entitled': ['void', 'time'],
  'mandate-ended': ['void', 'time', 'person'],
  'chair-taken': ['void', 'time', 'person'],
  'floor-requested': ['void', 'person'],
  'floor-request-withdrawn': ['void'],
  'floor-given': ['void', 'time'],
  'speech-paused': ['void', 'time'],
  'speech-resumed': ['void', 'time'],
  'speech-ended': ['void', 'time'],
  noted: ['void'],
  'vote-cast': ['void'],
  // A ballot given to the wrong person, or to nobody.
  'ballot-handed-out': ['void', 'person'],
  'vote-changed': ['void'],
  'debate-closed': ['void', 'time'],
  'amendment-moved': ['void', 'person'],
  'amendment-withdrawn': ['void'],
}

/** How an entry may be corrected; none where it may not. A ballot that a member sent is the member's own. */
export function waysOf(event: MeetingEvent): readonly Way[] {
  const isBallot = event.kind === 'vote-cast' || event.kind === 'vote-changed'
  return isBallot && event.channel === 'self' ? [] : (ways[event.kind] ?? [])
}

/** Entries that a later correction is about, with the number of the newest. */
export function correctedEntries(state: MeetingState): ReadonlyMap<number, number> {
  const corrected = new Map<number, number>()
  for (const { eventId, correction } of state.corrections)
    if (correction.how !== 'insert') corrected.set(correction.eventId, eventId)
  return corrected
}

const instantOf = ({ timeZone }: LeadGround, time: string): string => instantIn(timeZone, time).toISOString()

function factsNow(state: MeetingState, event: MeetingEvent): PlainFacts {
  // What an earlier correction has put right stays so.
  const newest = state.corrections.findLast(
    ({ correction }) => correction.how === 'replace' && correction.eventId === event.id,
  )?.correction
  return newest?.how === 'replace' ? newest.facts : (factsOf(event) as PlainFacts)
}

function otherPerson(facts: PlainFacts, person: string): PlainFacts {
  if ('moverPersonId' in facts) return { ...facts, moverPersonId: person } as PlainFacts
  return { ...facts, personId: person } as PlainFacts
}

function correctionOf(state: MeetingState, input: LeadInput, ground: LeadGround): FactsOf<'corrected'>['correction'] {
  const { entry: eventId, how, person, time } = input
  const event = state.log[eventId - 1]
  if (how === 'void' || event === undefined) return { how: 'void', eventId }
  const facts = factsNow(state, event)
  if (how === 'time') return { how: 'replace', eventId, facts, happenedAt: instantOf(ground, time) }
  return { how: 'replace', eventId, facts: otherPerson(facts, person), happenedAt: null }
}

/** Results that decided an item that is concluded, and that may still be annulled. */
export function resultsToAnnul(state: MeetingState, item: ItemState): VoteState[] {
  if (item.state !== 'decided' && item.state !== 'rejected') return []
  return decisionsOn(state, item).filter((vote) => vote.state === 'stated' && vote.stated?.outcome !== 'next-round')
}

/** Items that a result has concluded, and that its annulment opens again. */
const concludedBy = (state: MeetingState, voteId: string): string[] =>
  (state.votes.get(voteId)?.itemIds ?? []).filter((itemId) => {
    const item = state.items.get(itemId)
    return item !== undefined && resultsToAnnul(state, item).some(({ id }) => id === voteId)
  })

/** Corrections (parandused): an entry of their own, with a reason; what was written stays. */
export const correctionSteps = {
  'correct-entry': {
    needs: ['reason'],
    whyNot: (state, { entry, how, person, time }) => {
      const event = state.log[entry - 1]
      if (event === undefined) return 'unknownEvent'
      if (!waysOf(event).includes(how)) return 'notToBeCorrected'
      if (how === 'person' && !state.people.has(person)) return 'unknownPerson'
      return how === 'time' && time === '' ? 'timeMissing' : null
    },
    events: (state, input, ground) => [
      { kind: 'corrected', reason: input.reason, correction: correctionOf(state, input, ground) },
    ],
  },
  /** A result that proves wrong after its item was concluded: the vote stays as annulled, the item is taken up again. */
  'annul-result': {
    needs: ['reason'],
    whyNot: (state, { vote }) => {
      if (state.openVoteId !== null) return 'voteOpen'
      if (state.votes.get(vote)?.state !== 'stated') return 'movedOn'
      return concludedBy(state, vote).length === 0 ? 'movedOn' : null
    },
    events: (state, { vote, reason }) => [
      { kind: 'vote-annulled', voteId: vote, reason },
      ...concludedBy(state, vote).map((itemId): PlainFacts => ({ kind: 'item-reopened', itemId, reason })),
    ],
  },
  'insert-entry': {
    needs: ['reason', 'person', 'time'],
    whyNot: (state, { person }) => (state.people.has(person) ? null : 'unknownPerson'),
    events: (_, { inserted, person, time, reason, channel }, ground) => {
      const facts: PlainFacts =
        inserted === 'arrived'
          ? { kind: 'arrived', personId: person, channel, source: 'clerk' }
          : inserted === 'left'
            ? { kind: 'left', personId: person, source: 'clerk' }
            : { kind: 'excused', personId: person }
      return [{ kind: 'corrected', reason, correction: { how: 'insert', facts, happenedAt: instantOf(ground, time) } }]
    },
  },
} satisfies StepTable
