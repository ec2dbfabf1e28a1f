import { inOrder } from './members.ts'
import type { MeetingState, VoteState } from './state.ts'

/** The names of a roll call: alphabetical, beginning with the name that was drawn. */
export function rollCallOrder(state: MeetingState, vote: VoteState): string[] {
  const names = inOrder([...vote.entitled.keys()].map((personId) => state.people.get(personId)!))
  const ids = names.map(({ personId }) => personId)
  const start = Math.max(vote.rollCallFrom === null ? 0 : ids.indexOf(vote.rollCallFrom), 0)
  return [...ids.slice(start), ...ids.slice(0, start)]
}

/** Whose name is called next; whoever was skipped is called once more at the end. */
export function nextInRollCall(state: MeetingState, vote: VoteState): string | null {
  const silent = rollCallOrder(state, vote).filter((personId) => !vote.ballots.has(personId))
  const isSkipped = (personId: string) => vote.skipped.includes(personId)
  return silent.find((personId) => !isSkipped(personId)) ?? vote.skipped.find((one) => silent.includes(one)) ?? null
}
