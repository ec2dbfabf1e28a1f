import type { z } from 'zod'
import { countVote, recount } from './counting.ts'
import { amend, ownMap, ownSet, pushed, put, type Draft, type Steps } from './draft.ts'
import { entitledNow, seatHasVoted } from './entitlement.ts'
import type { EventOf } from './events.ts'
import { hasVote, isBarredFrom, quorumMark } from './members.ts'
import type { Disregard, VoteState } from './state.ts'
import type { voteFacts } from './vote-facts.ts'
import { countingSteps } from './paper-votes.ts'

type Facts = z.infer<(typeof voteFacts)[number]>

export const newVote = (
  facts: Pick<VoteState, 'id' | 'question' | 'object' | 'method' | 'rule' | 'itemIds'>,
  preparedAt: Date,
): VoteState => ({
  ...facts,
  state: 'prepared',
  preparedAt,
  openedAt: null,
  closedAt: null,
  statedAt: null,
  entitled: new Map(),
  membersAtOpening: 0,
  presentAtClosing: [],
  barred: [],
  ballots: new Map(),
  voidBallots: [],
  handedOut: new Set(),
  hands: null,
  rollCallFrom: null,
  skipped: [],
  paper: { first: null, second: null, agreed: false, disagreements: 0 },
  quorumAtOpening: null,
  quorumAtClosing: null,
  counts: null,
  judgement: null,
  stated: null,
  cancelledBecause: null,
  annulledBecause: null,
  supersedes: null,
  supersededBy: null,
  takenOut: [],
})

function keepVote(draft: Draft, vote: VoteState): void {
  put(draft, 'votes', vote.id, vote)
  for (const itemId of vote.itemIds) {
    const item = draft.state.items.get(itemId)
    if (item !== undefined) amend(draft, 'items', itemId, { voteIds: pushed(draft, item.voteIds, vote.id) })
  }
  if (vote.object.kind !== 'election') return
  const { electionId, rule, candidateIds } = vote.object
  const election = draft.state.elections.get(electionId)
  if (election === undefined)
    put(draft, 'elections', electionId, {
      id: electionId,
      rule,
      candidateIds,
      withdrawn: [],
      roundVoteIds: [vote.id],
      lots: {},
    })
  else amend(draft, 'elections', electionId, { roundVoteIds: [...election.roundVoteIds, vote.id] })
}

/** No result: neither passed nor failed. */
export function cancelVote(draft: Draft, voteId: string, cause: 'quorum' | 'chair'): Disregard | undefined {
  const vote = draft.state.votes.get(voteId)
  if (vote === undefined) return 'unknown-thing'
  if (vote.state !== 'open' && vote.state !== 'prepared' && vote.state !== 'closed')
    return vote.state === 'cancelled' ? 'already-so' : 'contradictory'
  amend(draft, 'votes', voteId, { state: 'cancelled', cancelledBecause: cause, counts: null, judgement: null })
  if (draft.state.openVoteId === voteId) draft.state.openVoteId = null
}

/**
 * Sequence in the log decides, and what was received before the moment of closing counts even if it is written after:
 * whoever got the acknowledgement keeps the ballot, and the same millisecond is too late.
 */
export function takesBallots(vote: VoteState, at: Date): boolean {
  return vote.state === 'open' || (vote.state === 'closed' && vote.closedAt !== null && at < vote.closedAt)
}

function cast(draft: Draft, event: EventOf<'vote-cast'> | EventOf<'vote-changed'>): Disregard | undefined {
  const { id, at, voteId, personId, choice, channel } = event
  const vote = draft.state.votes.get(voteId)
  if (vote === undefined) return 'unknown-thing'
  if (vote.method === 'secret') return 'secret'
  if (!takesBallots(vote, at)) return 'closed'
  const isHere = draft.state.people.get(personId)?.here != null
  if (!vote.entitled.has(personId) || (vote.state === 'open' && !isHere)) return 'not-entitled'
  const before = vote.ballots.get(personId)
  if (before?.choice === choice) return 'already-so'
  const changes = before === undefined ? 0 : before.changes + 1
  const ballots = ownMap(draft, vote.ballots).set(personId, { personId, choice, at, channel, eventId: id, changes })
  if (ballots !== vote.ballots) amend(draft, 'votes', voteId, { ballots })
  if (vote.state === 'closed') recount(draft, voteId)
}

/** What a vote had decided about an amendment holds no more. */
function reviveAmendment(draft: Draft, vote: VoteState): void {
  if (vote.object.kind !== 'amendment' || vote.stated === null) return
  const { amendmentId } = vote.object
  amend(draft, 'amendments', amendmentId, { state: 'moved' })
  for (const { id, voidBecauseOf } of draft.state.amendments.values())
    if (voidBecauseOf === amendmentId) amend(draft, 'amendments', id, { state: 'moved', voidBecauseOf: null })
}

export const votingSteps: Steps<Facts> = {
  ...countingSteps,
  'vote-cast': cast,
  'vote-changed': cast,
  'vote-prepared'(draft, { voteId, itemIds, question, object, method, rule, at }) {
    if (draft.state.votes.has(voteId)) return 'already-so'
    keepVote(draft, newVote({ id: voteId, itemIds, question, object, method, rule }, at))
  },
  'vote-opened'(draft, { voteId, rollCallFrom, at }) {
    const { state } = draft
    const vote = state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'prepared' || state.openVoteId !== null)
      return state.openVoteId === voteId ? 'already-so' : 'contradictory'
    if (state.phase !== 'running') return 'wrong-phase'
    const snapshot = entitledNow(state, vote, at)
    const quorumAtOpening = quorumMark(state)
    amend(draft, 'votes', voteId, { ...snapshot, state: 'open', openedAt: at, rollCallFrom, quorumAtOpening })
    draft.owned.add(snapshot.entitled)
    state.openVoteId = voteId
  },
  'roll-call-skipped'(draft, { voteId, personId }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'open' || vote.method !== 'roll-call') return 'contradictory'
    if (vote.skipped.includes(personId)) return 'already-so'
    amend(draft, 'votes', voteId, { skipped: [...vote.skipped, personId] })
  },
  'entitled-added'(draft, { voteId, personId, at }) {
    const { state } = draft
    const vote = state.votes.get(voteId)
    const person = state.people.get(personId)
    if (vote === undefined) return 'unknown-thing'
    if (person === undefined) return 'unknown-person'
    if (vote.state !== 'open') return 'closed'
    if (vote.entitled.has(personId)) return 'already-so'
    const mayVote = hasVote(person) && person.here !== null && !isBarredFrom(state, vote, personId)
    if (!mayVote || seatHasVoted(state, vote, personId)) return 'not-entitled'
    const entitled = ownMap(draft, vote.entitled).set(personId, { since: at, addedByChair: true })
    const since = person.mandates.at(-1)?.from
    const isNewSeat = person.replaces === null && vote.openedAt !== null && since !== undefined && since > vote.openedAt
    const membersAtOpening = vote.membersAtOpening + (isNewSeat ? 1 : 0)
    amend(draft, 'votes', voteId, { entitled, membersAtOpening, barred: vote.barred.filter((one) => one !== personId) })
  },
  'ballot-handed-out'(draft, { voteId, personId }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'open') return 'closed'
    if (!vote.entitled.has(personId)) return 'not-entitled'
    if (vote.handedOut.has(personId)) return 'already-so'
    amend(draft, 'votes', voteId, { handedOut: ownSet(draft, vote.handedOut).add(personId) })
  },
  'vote-closed'(draft, { voteId, at }) {
    const { state } = draft
    const vote = state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'open') return vote.state === 'closed' ? 'already-so' : 'contradictory'
    const presentAtClosing = [...vote.entitled.keys()].filter((personId) => state.people.get(personId)?.here != null)
    const quorumAtClosing = quorumMark(state)
    amend(draft, 'votes', voteId, { state: 'closed', closedAt: at, presentAtClosing, quorumAtClosing })
    state.openVoteId = null
    recount(draft, voteId)
  },
  'result-stated'(draft, { voteId, outcome, at, by }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'closed' || countVote(vote) === null)
      return vote.state === 'stated' ? 'already-so' : 'contradictory'
    amend(draft, 'votes', voteId, { state: 'stated', statedAt: at, stated: { outcome, by } })
    if (vote.object.kind === 'amendment')
      amend(draft, 'amendments', vote.object.amendmentId, { state: outcome === 'adopted' ? 'accepted' : 'rejected' })
  },
  'vote-cancelled': (draft, { voteId, cause }) => cancelVote(draft, voteId, cause),
  'vote-annulled'(draft, { voteId, reason }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'stated' && vote.state !== 'closed')
      return vote.state === 'annulled' ? 'already-so' : 'contradictory'
    amend(draft, 'votes', voteId, { state: 'annulled', annulledBecause: reason })
    reviveAmendment(draft, vote)
  },
  'vote-repeated'(draft, { voteId, supersedes, reason, at }) {
    const old = draft.state.votes.get(supersedes)
    if (old === undefined) return 'unknown-thing'
    if (draft.state.votes.has(voteId)) return 'already-so'
    if (!['closed', 'stated', 'annulled', 'cancelled'].includes(old.state)) return 'contradictory'
    const { question, object, method, rule, itemIds } = old
    amend(draft, 'votes', supersedes, { state: 'repeated', supersededBy: voteId, annulledBecause: reason })
    reviveAmendment(draft, old)
    keepVote(draft, { ...newVote({ id: voteId, question, object, method, rule, itemIds }, at), supersedes })
  },
  'taken-out-of-block'(draft, { voteId, itemId, personId, at }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'prepared') return 'closed'
    if (!vote.itemIds.includes(itemId)) return 'already-so'
    const itemIds = vote.itemIds.filter((one) => one !== itemId)
    amend(draft, 'votes', voteId, { itemIds, takenOut: [...vote.takenOut, { itemId, personId, at }] })
    const item = draft.state.items.get(itemId)
    if (item !== undefined) amend(draft, 'items', itemId, { voteIds: item.voteIds.filter((one) => one !== voteId) })
  },
}
