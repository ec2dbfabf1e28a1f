import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { judgedOutcome } from './log/counting.ts'
import type { FactsOf, PlainFacts } from './log/events.ts'
import { itemOutcomes } from './log/meeting-facts.ts'
import type { EnterRefusal } from './enter-events.ts'
import type { ItemState, MeetingState, VoteState } from './log/state.ts'
import { choices } from './log/vote-facts.ts'

/** What the chair and the secretary can do from the cockpit, one button each. */
export const leadSteps = [
  'open',
  'no-quorum',
  'pause',
  'resume',
  'adjourn',
  'end',
  'arrive',
  'leave',
  'excuse',
  'bar',
  'unbar',
  'take-chair',
  'open-item',
  'close-debate',
  'conclude-item',
  'close-to-public',
  'open-to-public',
  'vote-on-agenda',
  'vote-on-item',
  'cast',
  'count-hands',
  'close-vote',
  'cancel-vote',
  'annul-vote',
  'add-entitled',
  'remove-item',
  'state-result',
  'give-floor',
  'end-speech',
  'note',
] as const
export type LeadStep = (typeof leadSteps)[number]

const text = z.string().transform(cleanWords).pipe(z.string().max(2000, 'tooLong')).default('')
const count = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'countWrong')
  .default('')

export const leadInput = z
  .object({
    step: z.enum(leadSteps, 'invalid'),
    person: z.string().max(100).default(''),
    item: z.string().max(100).default(''),
    speech: z.string().max(100).default(''),
    channel: z.enum(['room', 'remote']).default('room'),
    choice: z.enum(choices).default('abstained'),
    outcome: z.enum(itemOutcomes).default('decided'),
    method: z.enum(['named', 'hands']).default('named'),
    rule: z.string().max(100).default('simple'),
    reason: text,
    words: text,
    for: count,
    against: count,
    abstained: count,
    /** What stood on the screen: another item or vote that has begun meanwhile is not meant. */
    onItem: z.string().max(100).default(''),
    onVote: z.string().max(100).default(''),
  })
  .superRefine(({ step, reason, words, ...counted }, check) => {
    // An empty field is no nought: hands are counted, not guessed.
    if (step === 'count-hands')
      for (const field of ['for', 'against', 'abstained'] as const)
        if (counted[field] === '') check.addIssue({ code: 'custom', path: [field], message: 'countWrong' })
    const needsReason =
      step === 'adjourn' || step === 'close-to-public' || step === 'annul-vote' || step === 'remove-item'
    if (needsReason && reason.length < 3) check.addIssue({ code: 'custom', path: ['reason'], message: 'reasonMissing' })
    if ((step === 'note' || step === 'vote-on-item') && words === '')
      check.addIssue({ code: 'custom', path: ['words'], message: 'wordsMissing' })
  })
export type LeadInput = z.output<typeof leadInput>

const aboutItem: ReadonlySet<LeadStep> = new Set([
  'bar',
  'unbar',
  'close-debate',
  'conclude-item',
  'close-to-public',
  'open-to-public',
  'vote-on-item',
])
const aboutVote: ReadonlySet<LeadStep> = new Set([
  'cast',
  'count-hands',
  'close-vote',
  'cancel-vote',
  'annul-vote',
  'state-result',
  'add-entitled',
])
const decides: ReadonlySet<string> = new Set(['decision', 'regulation', 'no-confidence'])

/** Why a step is not what the meeting needs, where the log itself would let it pass. */
export function whyNotStep(state: MeetingState, input: LeadInput): EnterRefusal | null {
  const { step, outcome, onItem, onVote } = input
  if (aboutItem.has(step) && onItem !== (state.currentItemId ?? '')) return 'movedOn'
  if (aboutVote.has(step) && onVote !== (newestVote(state)?.id ?? '')) return 'movedOn'
  const item = state.items.get(state.currentItemId ?? '')
  if (item === undefined) return null
  // KOKS § 45: elections of persons are secret, and a vote of no confidence needs the majority of the membership.
  if (step === 'vote-on-item' && item.kind === 'election') return 'electionsAreSecret'
  if (step === 'vote-on-item' && item.kind === 'no-confidence' && input.rule !== 'membership') return 'unknownRule'
  if (step !== 'conclude-item' || outcome !== 'decided' || !decides.has(item.kind)) return null
  return decisionOn(state, item)?.stated?.outcome === 'adopted' ? null : 'otherResult'
}

/** The vote that decided on the item itself, the last of them. */
export function decisionOn(state: MeetingState, { voteIds }: ItemState): VoteState | undefined {
  const votes = voteIds.map((id) => state.votes.get(id)!)
  return votes.findLast(({ state: stands, object }) => stands === 'stated' && object.kind !== 'procedure')
}

/** The events that one step of the cockpit means, as the meeting stands. */
export function eventsOfStep(state: MeetingState, input: LeadInput): PlainFacts[] {
  const { step, person: personId, item: itemId, reason } = input
  const current = state.currentItemId ?? ''
  const vote = newestVote(state)
  const voteId = vote?.id ?? ''
  switch (step) {
    case 'open':
      return [{ kind: 'opened' }]
    case 'no-quorum':
      return [{ kind: 'no-quorum-at-roll-call' }]
    case 'pause':
      return [{ kind: 'paused', reason: reason.length < 3 ? null : reason, until: null }]
    case 'resume':
      return [{ kind: 'resumed' }]
    case 'adjourn':
      return [{ kind: 'adjourned', reason, continuesAt: null }]
    case 'end':
      return [{ kind: 'ended' }]
    case 'arrive':
      return [{ kind: 'arrived', personId, channel: input.channel, source: 'clerk' }]
    case 'leave':
      return [{ kind: 'left', personId, source: 'clerk' }]
    case 'excuse':
      return [{ kind: 'excused', personId }]
    case 'bar':
      return [{ kind: 'recused', itemId: current, personId, hasNote: false }]
    case 'unbar':
      return [{ kind: 'recusal-ended', itemId: current, personId }]
    case 'take-chair':
      return [{ kind: 'chair-taken', personId, itemId: null }]
    case 'open-item':
      return [{ kind: 'item-opened', itemId }]
    case 'close-debate':
      return [{ kind: 'debate-closed', itemId: current }]
    case 'conclude-item': {
      const decided =
        state.items.get(current)?.voteIds.findLast((id) => state.votes.get(id)?.state === 'stated') ?? null
      return [{ kind: 'item-concluded', itemId: current, outcome: input.outcome, voteId: decided, committeeId: null }]
    }
    case 'close-to-public':
      return [{ kind: 'item-closed-to-public', itemId: current, basis: reason }]
    case 'open-to-public':
      return [{ kind: 'item-opened-to-public', itemId: current }]
    case 'vote-on-agenda':
      return openVote({
        itemIds: [],
        question: input.words === '' ? 'Päevakorra kinnitamine' : input.words,
        object: { kind: 'agenda' },
        rule: state.setup.statute.agendaMajority ?? 'simple',
        method: input.method,
      })
    case 'vote-on-item':
      return openVote({
        itemIds: current === '' ? [] : [current],
        question: input.words,
        object: current === '' ? { kind: 'procedure' } : { kind: 'draft' },
        rule: input.rule,
        method: input.method,
      })
    case 'cast': {
      const kind = vote?.ballots.has(personId) === true ? 'vote-changed' : 'vote-cast'
      return [{ kind, voteId, personId, choice: input.choice, channel: 'clerk' }]
    }
    case 'count-hands':
      return [
        {
          kind: 'hands-counted',
          voteId,
          for: Number(input.for),
          against: Number(input.against),
          abstained: Number(input.abstained),
        },
      ]
    case 'annul-vote':
      return [{ kind: 'vote-annulled', voteId, reason }]
    case 'add-entitled':
      return [{ kind: 'entitled-added', voteId, personId }]
    case 'remove-item':
      return [{ kind: 'item-removed', itemId, reason, moverPersonId: null, voteId: null }]
    case 'close-vote':
      return [{ kind: 'vote-closed', voteId }]
    case 'cancel-vote':
      return [{ kind: 'vote-cancelled', voteId, cause: 'chair' }]
    case 'state-result':
      return vote === undefined ? [] : resultOf(state, vote.id)
    case 'give-floor':
      return [{ kind: 'floor-given', speechId: input.speech }]
    case 'end-speech':
      return [{ kind: 'speech-ended', speechId: state.speakingId ?? '' }]
    case 'note':
      return [{ kind: 'noted', itemId: state.currentItemId, text: input.words }]
  }
}

/** The vote that is open, that waits for its result, or the last that was. */
export function newestVote(state: MeetingState) {
  const votes = [...state.votes.values()]
  return state.votes.get(state.openVoteId ?? '') ?? votes.find((vote) => vote.state === 'closed') ?? votes.at(-1)
}

function openVote(vote: Omit<FactsOf<'vote-prepared'>, 'kind' | 'voteId'>): PlainFacts[] {
  const voteId = randomUUID()
  return [
    { kind: 'vote-prepared', voteId, ...vote },
    { kind: 'vote-opened', voteId, rollCallFrom: null },
  ]
}

/** The chair states what the rule has reckoned; an adopted agenda is adopted in the same breath. */
function resultOf(state: MeetingState, voteId: string): PlainFacts[] {
  const vote = state.votes.get(voteId)!
  const outcome = judgedOutcome(state, vote) as FactsOf<'result-stated'>['outcome'] | undefined
  if (outcome === undefined) return [{ kind: 'result-stated', voteId, outcome: 'not-adopted' }]
  const stated: PlainFacts = { kind: 'result-stated', voteId, outcome }
  if (vote.object.kind !== 'agenda' || outcome !== 'adopted') return [stated]
  return [stated, { kind: 'agenda-adopted', voteId }]
}
