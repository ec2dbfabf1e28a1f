import { isPending } from './agenda.ts'
import { amendmentsToVoid } from './amendments.ts'
import { countedRounds, electionResult, judgedOutcome } from './counting.ts'
import { isAdopted } from './decision.ts'
import { seatHasVoted } from './entitlement.ts'
import type { EventOf } from './events.ts'
import { isBarredFrom, isRecused } from './members.ts'
import { ballotsIn, isSameCount } from './paper-votes.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState, VoteState } from './state.ts'
import { takesBallots } from './voting.ts'

export function whyNotPrepared(state: MeetingState, event: EventOf<'vote-prepared'>): Refusal | null {
  const { object, method, rule, itemIds, voteId } = event
  const { majorities, elections } = state.setup.statute
  if (state.votes.has(voteId)) return 'idTaken'
  if (itemIds.some((itemId) => !state.items.has(itemId))) return 'unknownItem'
  if (object.kind === 'election') {
    if (!Object.hasOwn(elections, object.rule)) return 'unknownRule'
    // KOKS § 45: elections of persons are secret.
    if (method !== 'secret') return 'electionsAreSecret'
    return whyNotThisRound(state, object.electionId, object.candidateIds)
  }
  if (!Object.hasOwn(majorities, rule)) return 'unknownRule'
  if (object.kind !== 'amendment') return null
  const amendment = state.amendments.get(object.amendmentId)
  if (amendment === undefined) return 'unknownAmendment'
  return amendment.state === 'moved' ? null : 'amendmentNotOpen'
}

/** A further round is held among those whom the round before sent into it. */
function whyNotThisRound(state: MeetingState, electionId: string, candidateIds: readonly string[]): Refusal | null {
  const election = state.elections.get(electionId)
  if (election === undefined) return null
  const result = electionResult(state, electionId)
  if (result !== undefined && result.outcome !== 'next-round') return 'notDecided'
  const left = new Set(election.withdrawn.map(({ candidateId }) => candidateId))
  const goOn = (result?.candidateIds ?? election.candidateIds).filter((candidateId) => !left.has(candidateId))
  return goOn.length === candidateIds.length && goOn.every((one) => candidateIds.includes(one))
    ? null
    : 'unknownCandidate'
}

function isOverridden(state: MeetingState, check: 'quorum' | 'result', voteId: string): boolean {
  return state.overrides.some((override) => override.check === check && override.voteId === voteId)
}

export function whyNotOpened(state: MeetingState, voteId: string): Refusal | null {
  const vote = state.votes.get(voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.state !== 'prepared') return 'notPrepared'
  if (state.openVoteId !== null) return 'voteOpen'
  if (hasUnstated(state)) return 'resultNotStated'
  // A block vote may come before its items are opened one by one.
  const [itemId] = vote.itemIds
  if (
    vote.itemIds.length === 1 &&
    itemId !== undefined &&
    state.currentItemId !== itemId &&
    vote.object.kind !== 'agenda'
  )
    return 'itemNotOpen'
  const gone = whyNotThese(state, vote)
  if (gone !== null) return gone
  if (vote.object.kind === 'amendment') {
    const { amendmentId } = vote.object
    if (state.amendments.get(amendmentId)?.state !== 'moved') return 'amendmentNotOpen'
    const isVoid =
      itemId !== undefined && amendmentsToVoid(state, itemId).some((one) => one.amendmentId === amendmentId)
    if (isVoid) return 'amendmentNotOpen'
  }
  if (vote.object.kind === 'draft' && hasAmendmentsLeft(state, vote)) return 'amendmentsFirst'
  return state.quorum.met || isOverridden(state, 'quorum', voteId) ? null : 'noQuorum'
}

/**
 * What was adopted is not adopted again beside the result that stands: that is annulled first, or the vote repeated.
 * An item of a block may have gone its own way since the vote was prepared.
 */
function whyNotThese(state: MeetingState, { itemIds, object }: VoteState): Refusal | null {
  if (object.kind !== 'draft' && object.kind !== 'no-confidence') return null
  const items = itemIds.map((itemId) => state.items.get(itemId)).filter((item) => item !== undefined)
  if (items.some((item) => isAdopted(state, item))) return 'adoptedAlready'
  return items.length > 1 && !items.every(isPending) ? 'itemConcluded' : null
}

/** A vote that is closed and whose result the chair has not stated. */
export const hasUnstated = (state: MeetingState): boolean =>
  [...state.votes.values()].some((vote) => vote.state === 'closed')

function hasAmendmentsLeft(state: MeetingState, vote: VoteState): boolean {
  return vote.itemIds.some((itemId) => {
    const toVoid = new Set(amendmentsToVoid(state, itemId).map((one) => one.amendmentId))
    const ids = state.items.get(itemId)?.amendmentIds ?? []
    return ids.some((id) => state.amendments.get(id)?.state === 'moved' && !toVoid.has(id))
  })
}

/** Why a person has no vote here, the nearest reason first. */
function whyNotEntitled(state: MeetingState, vote: VoteState, personId: string): Refusal | null {
  const person = state.people.get(personId)
  if (person === undefined) return 'unknownPerson'
  if (!person.seated) return 'noMandate'
  if (!person.votingRight) return 'noVotingRight'
  if (isBarredFrom(state, vote, personId)) return 'recused'
  if (vote.entitled.has(personId)) return null
  if (person.here === null) return 'notHere'
  return seatHasVoted(state, vote, personId) ? 'seatHasVoted' : 'arrivedLater'
}

/** Before opening, after closing, cancelled: told apart, so that the screen can say what happened. */
function whyNoBallots(vote: VoteState, at: Date): Refusal | null {
  if (takesBallots(vote, at)) return null
  if (vote.state === 'prepared') return 'notOpenYet'
  return vote.state === 'cancelled' ? 'cancelled' : 'closed'
}

export function whyNotCast(state: MeetingState, event: EventOf<'vote-cast'> | EventOf<'vote-changed'>): Refusal | null {
  const { voteId, personId, channel, by, at } = event
  const vote = state.votes.get(voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.method === 'secret') return 'secret'
  const isClerk = by.as === 'secretary' || (by.as === 'chair' && channel === 'clerk')
  if (channel === 'clerk' && !isClerk) return 'clerkOnly'
  if (channel === 'self' && by.personId !== personId) return 'noProxy'
  const late = whyNoBallots(vote, at)
  if (late !== null) return late
  const notEntitled = whyNotEntitled(state, vote, personId)
  if (notEntitled !== null) return notEntitled
  if (vote.state === 'open' && state.people.get(personId)?.here === null) return 'notHere'
  const ballot = vote.ballots.get(personId)
  if (event.kind === 'vote-cast') return ballot === undefined ? null : 'alreadyVoted'
  if (ballot === undefined) return 'notVotedYet'
  return ballot.choice === event.choice ? 'alreadySo' : null
}

export function whyNotAdded(state: MeetingState, { voteId, personId }: EventOf<'entitled-added'>): Refusal | null {
  const vote = state.votes.get(voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.state !== 'open') return vote.state === 'prepared' ? 'notOpenYet' : 'closed'
  if (vote.entitled.has(personId)) return 'alreadySo'
  const because = whyNotEntitled(state, vote, personId)
  return because === 'arrivedLater' ? null : because
}

export function whyNotHandedOut(state: MeetingState, event: EventOf<'ballot-handed-out'>): Refusal | null {
  const vote = state.votes.get(event.voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.method !== 'secret') return 'notSecret'
  if (vote.state !== 'open') return vote.state === 'prepared' ? 'notOpenYet' : 'closed'
  if (vote.handedOut.has(event.personId)) return 'alreadySo'
  return whyNotEntitled(state, vote, event.personId)
}

export function whyNotHands(state: MeetingState, event: EventOf<'hands-counted'>): Refusal | null {
  const vote = state.votes.get(event.voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.method !== 'hands') return 'notByHands'
  if (vote.state !== 'open') return vote.state === 'prepared' ? 'notOpenYet' : 'closed'
  return event.for + event.against + event.abstained > vote.entitled.size ? 'moreVotesThanVoters' : null
}

/** A vote without quorum has no result: it is cancelled, not failed. */
export function whyNotClosed(state: MeetingState, voteId: string): Refusal | null {
  const vote = state.votes.get(voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.state !== 'open') return vote.state === 'prepared' ? 'notOpenYet' : 'closed'
  return state.quorum.met || isOverridden(state, 'quorum', voteId) ? null : 'noQuorum'
}

export function whyNotPaper(state: MeetingState, event: EventOf<'paper-counted'>): Refusal | null {
  const vote = state.votes.get(event.voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.method !== 'secret') return 'notSecret'
  if (vote.state !== 'closed') return 'notClosed'
  if (vote.paper.agreed) return 'alreadySo'
  const other = event.counter === 1 ? vote.paper.second : vote.paper.first
  if (other?.counterPersonId === event.counterPersonId) return 'sameCounter'
  const { object } = vote
  if ((object.kind === 'election') !== (event.tally.kind === 'candidates')) return 'wrongTally'
  if (object.kind === 'election' && event.tally.kind === 'candidates') {
    const standing = object.candidateIds
    if (Object.keys(event.tally.votes).some((one) => !standing.includes(one))) return 'unknownCandidate'
  }
  const most = vote.handedOut.size > 0 ? vote.handedOut.size : vote.entitled.size
  return ballotsIn(event.tally) > most ? 'moreVotesThanVoters' : null
}

export function whyNotSettled(
  state: MeetingState,
  event: EventOf<'paper-agreed'> | EventOf<'paper-disagreed'>,
): Refusal | null {
  const vote = state.votes.get(event.voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.paper.agreed) return 'alreadySo'
  if (vote.paper.first === null || vote.paper.second === null) return 'notCounted'
  if (event.kind === 'paper-agreed') return isSameCount(vote.paper) ? null : 'countsDiffer'
  return isSameCount(vote.paper) ? 'countsAgree' : null
}

export function whyNotStated(state: MeetingState, { voteId, outcome }: EventOf<'result-stated'>): Refusal | null {
  const vote = state.votes.get(voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.state !== 'closed') return vote.state === 'stated' ? 'alreadySo' : 'notClosed'
  if (vote.counts === null) return 'notCounted'
  const judged = judgedOutcome(state, vote)
  // Equals whom nothing has parted yet: there is nothing to state.
  if (judged === 'lot-needed') return 'otherResult'
  return judged === outcome || isOverridden(state, 'result', voteId) ? null : 'otherResult'
}

export function whyNotDrawn(state: MeetingState, { electionId, voteId, order }: EventOf<'lot-drawn'>): Refusal | null {
  const election = state.elections.get(electionId)
  if (election === undefined) return 'unknownElection'
  if (countedRounds(state, electionId).at(-1)?.id !== voteId) return 'unknownVote'
  const result = electionResult(state, electionId)
  if (result?.outcome !== 'lot-needed') return 'noLotNeeded'
  const isSame = result.candidateIds.length === order.length && result.candidateIds.every((one) => order.includes(one))
  return isSame ? null : 'unknownCandidate'
}

export function whyNotTakenOut(state: MeetingState, event: EventOf<'taken-out-of-block'>): Refusal | null {
  const vote = state.votes.get(event.voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.state !== 'prepared') return 'notPrepared'
  if (vote.itemIds.length < 2) return 'notABlock'
  if (!vote.itemIds.includes(event.itemId)) return 'notInBlock'
  if (state.people.get(event.personId)?.seated !== true) return 'noMandate'
  return isRecused(state, event.itemId, event.personId) ? 'recused' : null
}

export function whyNotWithdrawn(state: MeetingState, event: EventOf<'candidate-withdrawn'>): Refusal | null {
  const election = state.elections.get(event.electionId)
  if (election === undefined) return 'unknownElection'
  if (!election.candidateIds.includes(event.candidateId)) return 'unknownCandidate'
  if (election.withdrawn.some((one) => one.candidateId === event.candidateId)) return 'alreadySo'
  return state.openVoteId !== null && election.roundVoteIds.includes(state.openVoteId) ? 'voteOpen' : null
}

export function whyNotSkipped(state: MeetingState, event: EventOf<'roll-call-skipped'>): Refusal | null {
  const vote = state.votes.get(event.voteId)
  if (vote === undefined) return 'unknownVote'
  if (vote.method !== 'roll-call') return 'notByRollCall'
  if (vote.state !== 'open') return vote.state === 'prepared' ? 'notOpenYet' : 'closed'
  if (!vote.entitled.has(event.personId)) return 'notEntitled'
  return vote.skipped.includes(event.personId) || vote.ballots.has(event.personId) ? 'alreadySo' : null
}

type Undoing = EventOf<'vote-cancelled'> | EventOf<'vote-annulled'> | EventOf<'vote-repeated'>

/** A vote without result is cancelled, one with a result annulled or repeated; nothing is deleted. */
export function whyNotUndone(state: MeetingState, event: Undoing): Refusal | null {
  const vote = state.votes.get(event.kind === 'vote-repeated' ? event.supersedes : event.voteId)
  if (vote === undefined) return 'unknownVote'
  if (event.kind === 'vote-cancelled') {
    if (vote.state === 'cancelled') return 'alreadySo'
    if (vote.state !== 'open' && vote.state !== 'prepared') return 'closed'
    return event.cause === 'quorum' && state.quorum.met ? 'quorumHolds' : null
  }
  if (vote.state === 'prepared' || vote.state === 'open') return 'notClosed'
  if (event.kind === 'vote-annulled') return vote.state === 'stated' || vote.state === 'closed' ? null : 'alreadySo'
  if (vote.state === 'repeated') return 'alreadySo'
  return state.votes.has(event.voteId) ? 'idTaken' : null
}
