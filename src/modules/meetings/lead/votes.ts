import { randomInt, randomUUID } from 'node:crypto'
import { voidWhenPassed } from '../rules/amendment-order.ts'
import { isPending } from '../log/agenda.ts'
import { amendmentsOf } from '../log/amendments.ts'
import { judgedOutcome } from '../log/counting.ts'
import type { FactsOf, PlainFacts } from '../log/events.ts'
import { hasVote, inOrder, isRecused } from '../log/members.ts'
import type { MeetingState, VoteState } from '../log/state.ts'
import { legalityOf, whyIllegal, type VoteToCome } from './legality.ts'
import { currentItem, type Step, type StepTable } from './step.ts'

/** The vote that is open, that waits for its result, or the last that was. */
export function newestVote(state: MeetingState): VoteState | undefined {
  const votes = [...state.votes.values()]
  return state.votes.get(state.openVoteId ?? '') ?? votes.find((vote) => vote.state === 'closed') ?? votes.at(-1)
}

/** Prepared and neither opened nor cancelled, the newest last. */
export const preparedVotes = (state: MeetingState): VoteState[] =>
  [...state.votes.values()].filter((vote) => vote.state === 'prepared')

export type Preparing = Omit<FactsOf<'vote-prepared'>, 'kind' | 'voteId'>

export function prepared(vote: Preparing): FactsOf<'vote-prepared'> {
  return { kind: 'vote-prepared', voteId: randomUUID(), ...vote }
}

/** A roll call begins with a name that is drawn. */
export function openedNow(state: MeetingState, vote: Preparing & { voteId: string }): PlainFacts {
  const names = inOrder(state.people.values()).filter(
    (person) =>
      hasVote(person) &&
      person.here !== null &&
      !vote.itemIds.some((itemId) => isRecused(state, itemId, person.personId)),
  )
  const first = vote.method === 'roll-call' && names.length > 0 ? names[randomInt(names.length)]!.personId : null
  return { kind: 'vote-opened', voteId: vote.voteId, rollCallFrom: first }
}

export function openedAtOnce(state: MeetingState, vote: Preparing): PlainFacts[] {
  const facts = prepared(vote)
  return [facts, openedNow(state, facts)]
}

/** What the chair puts to the vote on the item that is open, or outside items. */
export function voteToCome(
  state: MeetingState,
  { object, rule }: { object: 'draft' | 'procedure' | 'confirmation'; rule: string },
): VoteToCome {
  const item = state.items.get(currentItem(state))
  if (item === undefined) return { object: 'procedure', itemIds: [], rule }
  const isOfNoConfidence = object === 'draft' && item.kind === 'no-confidence'
  return { object: isOfNoConfidence ? 'no-confidence' : object, itemIds: [item.id], rule }
}

/** The vote that can be undone: one without a result yet, else the newest on the item that is open, else of all. */
export function voteToUndo(state: MeetingState): VoteState | undefined {
  const item = state.items.get(currentItem(state))
  const newest = newestVote(state)
  if (item === undefined || newest?.state === 'closed') return newest
  const votes = item.voteIds.map((id) => state.votes.get(id)!)
  return votes.findLast((vote) => vote.state === 'stated' || vote.state === 'closed')
}

/** Once all its items are concluded a result stands: none of them could be voted on again in this meeting. */
const mayBeUndone: Step['whyNot'] = (state, input) => {
  const vote = voteToUndo(state)
  // The screen named the vote; another that came meanwhile is not meant.
  if (vote === undefined || (input.vote !== '' && input.vote !== vote.id)) return 'movedOn'
  const items = vote.itemIds.map((itemId) => state.items.get(itemId)).filter((item) => item !== undefined)
  return items.length > 0 && !items.some(isPending) ? 'itemConcluded' : null
}

const isPrepared: Step['whyNot'] = (state, { vote }) => (state.votes.get(vote)?.state === 'prepared' ? null : 'movedOn')

export const voteSteps = {
  'vote-on-agenda': {
    whyNot: (state, _, ground) =>
      whyIllegal(
        legalityOf(state, ground, {
          object: 'agenda',
          itemIds: [],
          rule: state.setup.statute.agendaMajority ?? 'simple',
        }),
      ),
    events: (state, { words, method }) =>
      openedAtOnce(state, {
        itemIds: [],
        question: words === '' ? 'Päevakorra kinnitamine' : words,
        object: { kind: 'agenda' },
        rule: state.setup.statute.agendaMajority ?? 'simple',
        method: method === 'secret' ? 'named' : method,
      }),
  },
  'vote-on-item': {
    about: 'item',
    needs: ['words'],
    whyNot: (state, input, ground) => {
      const item = state.items.get(currentItem(state))
      // KOKS § 45: elections of persons are secret and have a form of their own.
      if (item?.kind === 'election' && input.object !== 'procedure') return 'electionsAreSecret'
      return whyIllegal(legalityOf(state, ground, voteToCome(state, input)))
    },
    events: (state, input) => {
      const { object, itemIds, rule } = voteToCome(state, input)
      const kind = object as 'draft' | 'procedure' | 'confirmation' | 'no-confidence'
      return openedAtOnce(state, {
        itemIds: [...itemIds],
        question: input.words,
        object: { kind },
        rule,
        method: input.method,
      })
    },
  },
  'open-prepared': {
    whyNot: (state, input, ground) => {
      const vote = state.votes.get(input.vote)
      if (vote?.state !== 'prepared') return 'movedOn'
      const rule = vote.object.kind === 'election' ? vote.object.rule : vote.rule
      return whyIllegal(legalityOf(state, ground, { object: vote.object.kind, itemIds: vote.itemIds, rule }))
    },
    events: (state, input) => {
      const vote = state.votes.get(input.vote)!
      return [openedNow(state, { ...vote, voteId: vote.id })]
    },
  },
  'drop-prepared': {
    whyNot: isPrepared,
    events: (_, { vote }) => [{ kind: 'vote-cancelled', voteId: vote, cause: 'chair' }],
  },
  cast: {
    about: 'vote',
    events: (state, { person, choice }) => {
      const vote = newestVote(state)
      const kind = vote?.ballots.has(person) === true ? 'vote-changed' : 'vote-cast'
      return [{ kind, voteId: vote?.id ?? '', personId: person, choice, channel: 'clerk' }]
    },
  },
  'skip-name': {
    about: 'vote',
    events: (state, { person }) => [
      { kind: 'roll-call-skipped', voteId: newestVote(state)?.id ?? '', personId: person },
    ],
  },
  'count-hands': {
    about: 'vote',
    needs: ['hands'],
    events: (state, input) => [
      {
        kind: 'hands-counted',
        voteId: newestVote(state)?.id ?? '',
        for: Number(input.for),
        against: Number(input.against),
        abstained: Number(input.abstained),
      },
    ],
  },
  'close-vote': {
    about: 'vote',
    events: (state) => [{ kind: 'vote-closed', voteId: newestVote(state)?.id ?? '' }],
  },
  'cancel-vote': {
    about: 'vote',
    events: (state) => [{ kind: 'vote-cancelled', voteId: newestVote(state)?.id ?? '', cause: 'chair' }],
  },
  'annul-vote': {
    about: 'vote',
    needs: ['reason'],
    whyNot: mayBeUndone,
    events: (state, { reason }) => [{ kind: 'vote-annulled', voteId: voteToUndo(state)?.id ?? '', reason }],
  },
  'repeat-vote': {
    about: 'vote',
    needs: ['reason'],
    // KOKS § 45: an election of persons is not voted on again.
    whyNot: (state, input, ground) =>
      voteToUndo(state)?.object.kind === 'election' ? 'notDecided' : mayBeUndone(state, input, ground),
    events: (state, { reason }) => [
      { kind: 'vote-repeated', voteId: randomUUID(), supersedes: voteToUndo(state)?.id ?? '', reason },
    ],
  },
  'add-entitled': {
    about: 'vote',
    events: (state, { person }) => [{ kind: 'entitled-added', voteId: newestVote(state)?.id ?? '', personId: person }],
  },
  'state-result': {
    about: 'vote',
    whyNot: (state) => {
      const vote = newestVote(state)
      return vote !== undefined && judgedOutcome(state, vote) === 'lot-needed' ? 'lotFirst' : null
    },
    events: (state) => resultOf(state, newestVote(state)),
  },
} satisfies StepTable

/** The chair states what the rule has reckoned; an adopted agenda is adopted, and what an amendment displaced is void, in the same breath. */
function resultOf(state: MeetingState, vote: VoteState | undefined): PlainFacts[] {
  if (vote === undefined) return []
  const { id: voteId, object, itemIds } = vote
  const outcome = judgedOutcome(state, vote) as FactsOf<'result-stated'>['outcome'] | undefined
  if (outcome === undefined) return [{ kind: 'result-stated', voteId, outcome: 'not-adopted' }]
  const stated: PlainFacts = { kind: 'result-stated', voteId, outcome }
  if (outcome !== 'adopted') return [stated]
  if (object.kind === 'agenda') return [stated, { kind: 'agenda-adopted', voteId }]
  if (object.kind !== 'amendment') return [stated]
  const passed = state.amendments.get(object.amendmentId)
  if (passed === undefined) return [stated]
  const moved = itemIds.flatMap((itemId) => amendmentsOf(state, itemId)).filter((one) => one.state === 'moved')
  const displaced = voidWhenPassed(passed, moved).map((amendmentId): PlainFacts => ({
    kind: 'amendment-void',
    amendmentId,
    passedAmendmentId: passed.id,
  }))
  return [stated, ...displaced]
}
