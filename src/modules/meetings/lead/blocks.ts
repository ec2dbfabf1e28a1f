import { isVotedOn } from '../log/decision.ts'
import type { PlainFacts } from '../log/events.ts'
import type { ItemState, MeetingState, VoteState } from '../log/state.ts'
import type { StepTable } from './step.ts'
import { preparedVotes, prepared } from './votes.ts'

const mayBeTogether = ({ kind, state }: ItemState): boolean =>
  state === 'on-the-agenda' && kind !== 'election' && kind !== 'no-confidence'

/** A vote that the public may not follow would hide the results of the open items too. */
const isOpenToAll = ({ visibility, closedSpans }: ItemState): boolean =>
  visibility === 'public' && closedSpans.length === 0

/** Items that can still be decided together, by one vote. */
export function forBlock(state: MeetingState): ItemState[] {
  const taken = new Set(preparedVotes(state).flatMap(({ itemIds }) => itemIds))
  const isFree = (item: ItemState) => mayBeTogether(item) && !taken.has(item.id) && !isVotedOn(state, item)
  return [...state.items.values()].filter((item) => isFree(item) && isOpenToAll(item))
}

/** A block that was voted on and some of whose items are not concluded yet. */
export function blockToConclude(state: MeetingState): { vote: VoteState; items: ItemState[] } | undefined {
  for (const vote of [...state.votes.values()].toReversed()) {
    if (vote.state !== 'stated' || vote.itemIds.length < 2) continue
    const items = vote.itemIds.map((id) => state.items.get(id)!).filter(mayBeTogether)
    if (items.length > 0) return { vote, items }
  }
  return undefined
}

/** One vote on several items; any member can take one out before it is opened. */
export const blockSteps = {
  'prepare-block': {
    needs: ['words', 'items'],
    whyNot: (state, { items }) => {
      const free = new Set(forBlock(state).map(({ id }) => id))
      if (items.length < 2) return 'notABlock'
      return items.every((itemId) => free.has(itemId)) ? null : 'unknownItem'
    },
    events: (_, { items, words, rule, method }) => [
      prepared({ itemIds: items, question: words, object: { kind: 'draft' }, rule, method }),
    ],
  },
  /** Bars are asked for all items of the block at once. */
  'ask-block': {
    whyNot: (state, { vote }) => (state.votes.get(vote)?.state === 'prepared' ? null : 'movedOn'),
    events: (state, { vote }) =>
      state.votes
        .get(vote)!
        .itemIds.filter((itemId) => state.items.get(itemId)?.recusalsAskedAt === null)
        .map((itemId): PlainFacts => ({ kind: 'recusals-asked', itemId })),
  },
  'take-out': {
    needs: ['person'],
    events: (_, { vote, item, person }) => [
      { kind: 'taken-out-of-block', voteId: vote, itemId: item, personId: person },
    ],
  },
  'conclude-block': {
    whyNot: (state) => (blockToConclude(state) === undefined ? 'alreadySo' : null),
    events: (state) => {
      const { vote, items } = blockToConclude(state)!
      const outcome = vote.stated?.outcome === 'adopted' ? 'decided' : 'rejected'
      return items.map(({ id }): PlainFacts => ({
        kind: 'item-concluded',
        itemId: id,
        outcome,
        voteId: vote.id,
        committeeId: null,
      }))
    },
  },
} satisfies StepTable
