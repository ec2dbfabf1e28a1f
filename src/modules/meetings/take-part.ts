import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { personOf, type Actor } from '#platform/context.ts'
import type { EnterRefusal } from './enter-events.ts'
import { changeOf, whyNotChange } from './lead/amendments.ts'
import type { LeadGround } from './lead/ground.ts'
import { changeKinds } from './lead/input.ts'
import { preparedVotes } from './lead/votes.ts'
import { amendmentsOf } from './log/amendments.ts'
import { isRecused } from './log/members.ts'
import { pointOfOrderCategories, speechTypes } from './log/meeting-facts.ts'
import type { PlainFacts } from './log/events.ts'
import { nextInRollCall } from './log/roll-call.ts'
import type { AmendmentState, MeetingState, Speech, VoteState } from './log/state.ts'
import { choices } from './log/vote-facts.ts'

/** What a member does on their own device. */
export const seatSteps = [
  'arrive',
  'leave',
  'ask',
  'withdraw',
  'bar',
  'cast',
  'amend',
  'withdraw-amendment',
  'take-out',
] as const

const id = z.string().max(100).default('')
export const seatInput = z
  .object({
    step: z.enum(seatSteps, 'invalid'),
    channel: z.enum(['room', 'remote']).default('room'),
    type: z.enum(speechTypes).default('for'),
    category: z.enum(pointOfOrderCategories).or(z.literal('')).default(''),
    /** The vote that stood on the screen: another one that has begun meanwhile is not voted in by mistake. */
    vote: id,
    choice: z.enum(choices, 'invalid').optional(),
    item: id,
    speech: id,
    amendment: id,
    change: z.enum(changeKinds).default('replace'),
    paragraph: id,
    text: z.string().transform(cleanWords).pipe(z.string().max(20_000, 'tooLong')).default(''),
    /** The item that stood on the screen. */
    onItem: id,
  })
  .superRefine(({ step, choice, type, category, change, text, paragraph }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (step === 'cast' && choice === undefined) wrong('choice', 'invalid')
    if (step === 'ask' && type === 'point-of-order' && category === '') wrong('category', 'invalid')
    if (step === 'amend' && paragraph === '') wrong('paragraph', 'invalid')
    if (step === 'amend' && change !== 'delete' && text === '') wrong('text', 'wordsMissing')
  })
export type SeatInput = z.output<typeof seatInput>

const aboutItem: ReadonlySet<SeatInput['step']> = new Set(['ask', 'bar', 'amend'])

/** Why a member's step is not meant so: what is asked about one item is not asked about another opened meanwhile. */
export function whyNotSeat(
  actor: Actor,
  state: MeetingState,
  input: SeatInput,
  ground: Pick<LeadGround, 'drafts'>,
): EnterRefusal | null {
  const itemId = state.currentItemId ?? ''
  if (aboutItem.has(input.step) && input.onItem !== itemId) return 'movedOn'
  return input.step === 'amend' ? whyNotChange(state, ground, { ...input, itemId, personId: personOf(actor) }) : null
}

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
      return ask(state, input, personId, itemId)
    case 'withdraw':
      return [{ kind: 'floor-request-withdrawn', speechId: input.speech }]
    case 'bar':
      return [{ kind: 'recused', itemId, personId, hasNote: false }]
    case 'amend':
      return [
        {
          kind: 'amendment-moved',
          amendmentId: randomUUID(),
          itemId,
          moverPersonId: personId,
          change: changeOf(input),
        },
      ]
    case 'withdraw-amendment':
      return [{ kind: 'amendment-withdrawn', amendmentId: input.amendment }]
    case 'take-out':
      return [{ kind: 'taken-out-of-block', voteId: input.vote, itemId: input.item, personId }]
    case 'cast':
      return cast(state, input, personId)
  }
}

/** The same request again is no second one: a form sent twice asks once. */
function ask(state: MeetingState, { type, category }: SeatInput, personId: string, itemId: string): PlainFacts[] {
  if (requestsOf(state, personId).some((request) => request.type === type && request.itemId === itemId)) return []
  const rank = type === 'point-of-order' && category !== '' ? category : null
  return [{ kind: 'floor-requested', speechId: randomUUID(), itemId, personId, type, category: rank }]
}

function cast(state: MeetingState, { vote: voteId, choice }: SeatInput, personId: string): PlainFacts[] {
  if (choice === undefined) return []
  const ballot = state.votes.get(voteId)?.ballots.get(personId)
  // The same choice again is no change: a form sent twice is one vote.
  if (ballot?.choice === choice) return []
  const kind = ballot === undefined ? 'vote-cast' : 'vote-changed'
  return [{ kind, voteId, personId, choice, channel: 'self' }]
}

/** What somebody asked for and has not yet been given. */
function requestsOf(state: MeetingState, personId: string): Speech[] {
  return [...state.waiting].map((speechId) => state.speeches.get(speechId)!).filter((one) => one.personId === personId)
}

export type SeatVote = {
  id: string
  question: string
  method: VoteState['method']
  isEntitled: boolean
  choice: string | null
  /** Of a roll call: whether this member's name is being called. */
  isCalled: boolean
  hasBallot: boolean
}
export type Seat = {
  personId: string
  isHere: boolean
  isSeated: boolean
  isBarred: boolean
  requests: readonly Speech[]
  isSpeaking: boolean
  vote: SeatVote | null
  /** Block votes that are prepared: a member may ask for a vote of its own on one of their items. */
  blocks: readonly VoteState[]
  /** To the draft of the item that is open. */
  amendments: readonly AmendmentState[]
}

/** The meeting as one member's screen needs it; undefined for whoever is no member of it. */
export function seatOf(state: MeetingState, personId: string): Seat | undefined {
  const person = state.people.get(personId)
  if (person === undefined || person.kind !== 'member') return undefined
  const vote = state.votes.get(state.openVoteId ?? '')
  const item = state.currentItemId
  return {
    personId,
    isHere: person.here !== null,
    isSeated: person.seated,
    isBarred: item !== null && isRecused(state, item, personId),
    requests: requestsOf(state, personId),
    isSpeaking: state.speeches.get(state.speakingId ?? '')?.personId === personId,
    vote: vote === undefined ? null : seatVote(state, vote, personId),
    blocks: person.seated ? preparedVotes(state).filter(({ itemIds }) => itemIds.length > 1) : [],
    amendments: item === null ? [] : amendmentsOf(state, item),
  }
}

const seatVote = (state: MeetingState, vote: VoteState, personId: string): SeatVote => ({
  id: vote.id,
  question: vote.question,
  method: vote.method,
  isEntitled: vote.entitled.has(personId),
  choice: vote.ballots.get(personId)?.choice ?? null,
  isCalled: vote.method === 'roll-call' && nextInRollCall(state, vote) === personId,
  hasBallot: vote.handedOut.has(personId),
})
