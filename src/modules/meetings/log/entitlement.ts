import { amend, ownMap, type Draft } from './draft.ts'
import { hasVote, isBarredFrom } from './members.ts'
import { recount } from './counting.ts'
import type { MeetingState, VoteState } from './state.ts'

/** Who may vote when a vote opens now: members with a vote who are here and not barred. */
export function entitledNow(
  state: MeetingState,
  vote: VoteState,
  at: Date,
): Pick<VoteState, 'entitled' | 'barred' | 'membersAtOpening'> {
  const entitled = new Map<string, { since: Date; addedByChair: boolean }>()
  const barred: string[] = []
  let membersAtOpening = 0
  for (const person of state.people.values()) {
    if (!hasVote(person)) continue
    membersAtOpening += 1
    if (isBarredFrom(state, vote, person.personId)) barred.push(person.personId)
    else if (person.here !== null) entitled.set(person.personId, { since: at, addedByChair: false })
  }
  return { entitled, barred, membersAtOpening }
}

/** One seat has one vote: who replaced somebody that has voted waits for the next vote. */
export function seatHasVoted(state: MeetingState, vote: VoteState, personId: string): boolean {
  const replaced = state.people.get(personId)?.replaces ?? null
  return replaced !== null && (vote.ballots.has(replaced) || vote.handedOut.has(replaced))
}

/** A mandate ended while a vote was open: what was cast stays, what was not cast can no longer be. */
export function dropFromOpenVote(draft: Draft, personId: string): void {
  const vote = draft.state.votes.get(draft.state.openVoteId ?? '')
  if (vote === undefined || vote.ballots.has(personId) || vote.handedOut.has(personId)) return
  const entitled = ownMap(draft, vote.entitled)
  entitled.delete(personId)
  amend(draft, 'votes', vote.id, { entitled, barred: vote.barred.filter((barred) => barred !== personId) })
}

/** A bar declared during a vote on the item: the ballot is void and kept as void. Stated results stand. */
export function voidBallotsOf(draft: Draft, personId: string, itemId: string): void {
  const { state } = draft
  const voteIds = new Set(state.items.get(itemId)?.voteIds)
  if (state.openVoteId !== null) voteIds.add(state.openVoteId)
  for (const voteId of voteIds) {
    const vote = state.votes.get(voteId)
    const isUndecided = vote?.state === 'open' || vote?.state === 'closed'
    if (vote === undefined || !isUndecided || !isBarredFrom(state, vote, personId)) continue
    if (vote.handedOut.has(personId) || vote.barred.includes(personId)) continue
    const person = state.people.get(personId)
    if (person === undefined || !hasVote(person)) continue
    const ballot = vote.ballots.get(personId)
    const entitled = ownMap(draft, vote.entitled)
    entitled.delete(personId)
    const ballots = ownMap(draft, vote.ballots)
    ballots.delete(personId)
    const voidBallots =
      ballot === undefined ? vote.voidBallots : [...vote.voidBallots, { ...ballot, because: 'recused' as const }]
    amend(draft, 'votes', voteId, { entitled, ballots, voidBallots, barred: [...vote.barred, personId] })
    recount(draft, voteId)
  }
}
