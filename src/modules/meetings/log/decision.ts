import type { ItemState, MeetingState, VoteState } from './state.ts'

const onTheItem: ReadonlySet<VoteState['object']['kind']> = new Set([
  'draft',
  'no-confidence',
  'confirmation',
  'election',
])

/** The vote that decided on the item itself, the last of them; votes on amendments and procedure decide on nothing else. */
export function decisionOn(state: MeetingState, { voteIds }: Pick<ItemState, 'voteIds'>): VoteState | undefined {
  const votes = voteIds.map((id) => state.votes.get(id)!)
  return votes.findLast(({ state: stands, object }) => stands === 'stated' && onTheItem.has(object.kind))
}
