import type { ItemState, MeetingState, VoteState } from './state.ts'

const onTheItem: ReadonlySet<VoteState['object']['kind']> = new Set([
  'draft',
  'no-confidence',
  'confirmation',
  'election',
])

const underWay: ReadonlySet<VoteState['state']> = new Set(['open', 'closed', 'stated'])
const passed: ReadonlySet<string> = new Set(['adopted', 'elected'])

/** The vote that decided on the item itself, the last of them; votes on amendments and procedure decide on nothing else. */
export function decisionOn(state: MeetingState, { voteIds }: Pick<ItemState, 'voteIds'>): VoteState | undefined {
  const votes = voteIds.map((id) => state.votes.get(id)!)
  return votes.findLast(({ state: stands, object }) => stands === 'stated' && onTheItem.has(object.kind))
}

/** Every vote on the item itself that has a result, be it undone or not: an item of persons may have several. */
export function decisionsOn(state: MeetingState, { voteIds }: Pick<ItemState, 'voteIds'>): VoteState[] {
  const votes = voteIds.map((id) => state.votes.get(id)!)
  return votes.filter(({ stated, object }) => onTheItem.has(object.kind) && stated !== null)
}

/** Whether the item is decided by a result that stands, be it concluded or not. */
export function isAdopted(state: MeetingState, item: Pick<ItemState, 'voteIds'>): boolean {
  const outcome = decisionOn(state, item)?.stated?.outcome
  return outcome !== undefined && passed.has(outcome)
}

/** Whether a vote on the item itself goes on or has a result that stands. */
export function isVotedOn(state: MeetingState, { voteIds }: Pick<ItemState, 'voteIds'>): boolean {
  const votes = voteIds.map((id) => state.votes.get(id)!)
  return votes.some(({ state: stands, object }) => onTheItem.has(object.kind) && underWay.has(stands))
}
