import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { personOf, type Actor } from '#platform/context.ts'
import { isRecused } from './log/members.ts'
import type { PlainFacts } from './log/events.ts'
import type { MeetingState, Speech } from './log/state.ts'
import { choices } from './log/vote-facts.ts'

/** What a member does on their own device. */
export const seatSteps = ['arrive', 'leave', 'ask', 'withdraw', 'bar', 'cast'] as const

export const seatInput = z.object({
  step: z.enum(seatSteps, 'invalid'),
  channel: z.enum(['room', 'remote']).default('room'),
  type: z.enum(['for', 'against', 'question']).default('for'),
  /** The vote that stood on the screen: another one that has begun meanwhile is not voted in by mistake. */
  vote: z.string().max(100).default(''),
  choice: z.enum(choices, 'invalid').optional(),
  /** The item that stood on the screen. */
  onItem: z.string().max(100).default(''),
})
export type SeatInput = z.output<typeof seatInput>

/** What a member asks about one item is not asked about another that was opened meanwhile. */
export const isOfThisItem = (state: MeetingState, { step, onItem }: SeatInput): boolean =>
  (step !== 'ask' && step !== 'bar') || onItem === (state.currentItemId ?? '')

/** The events that one step of a member means, for themselves alone. */
export function eventsOfSeat(actor: Actor, state: MeetingState, input: SeatInput): PlainFacts[] {
  const personId = personOf(actor)
  const itemId = state.currentItemId ?? ''
  switch (input.step) {
    case 'arrive':
      return [{ kind: 'arrived', personId, channel: input.channel, source: 'self' }]
    case 'leave':
      return [{ kind: 'left', personId, source: 'self' }]
    case 'ask':
      return [{ kind: 'floor-requested', speechId: randomUUID(), itemId, personId, type: input.type, category: null }]
    case 'withdraw':
      return [{ kind: 'floor-request-withdrawn', speechId: requestOf(state, personId)?.id ?? '' }]
    case 'bar':
      return [{ kind: 'recused', itemId, personId, hasNote: false }]
    case 'cast': {
      if (input.choice === undefined) return []
      const ballot = state.votes.get(input.vote)?.ballots.get(personId)
      const cast = { voteId: input.vote, personId, choice: input.choice, channel: 'self' } as const
      // The same choice again is no change: a form sent twice is one vote.
      if (ballot?.choice === input.choice) return []
      return [ballot === undefined ? { kind: 'vote-cast', ...cast } : { kind: 'vote-changed', ...cast }]
    }
  }
}

/** What somebody asked for and has not yet been given. */
export function requestOf(state: MeetingState, personId: string): Speech | undefined {
  return [...state.waiting].map((id) => state.speeches.get(id)!).find((speech) => speech.personId === personId)
}

export type Seat = {
  isHere: boolean
  isBarred: boolean
  isWaiting: boolean
  isSpeaking: boolean
  vote: { id: string; question: string; method: string; isEntitled: boolean; choice: string | null } | null
}

/** The meeting as one member's screen needs it; undefined for whoever is no member of it. */
export function seatOf(state: MeetingState, personId: string): Seat | undefined {
  const person = state.people.get(personId)
  if (person === undefined || person.kind !== 'member') return undefined
  const vote = state.votes.get(state.openVoteId ?? '')
  return {
    isHere: person.here !== null,
    isBarred: state.currentItemId !== null && isRecused(state, state.currentItemId, personId),
    isWaiting: requestOf(state, personId) !== undefined,
    isSpeaking: state.speeches.get(state.speakingId ?? '')?.personId === personId,
    vote:
      vote === undefined
        ? null
        : {
            id: vote.id,
            question: vote.question,
            method: vote.method,
            isEntitled: vote.entitled.has(personId),
            choice: vote.ballots.get(personId)?.choice ?? null,
          },
  }
}
