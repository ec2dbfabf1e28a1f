import { electionResult, isStatedAsJudged } from '../../log/counting.ts'
import { countsByFaction } from '../../log/factions.ts'
import { inOrder } from '../../log/members.ts'
import type { MeetingState, VoteState } from '../../log/state.ts'
import type {
  ElectionFacts,
  PublicItemHead,
  PublicVote,
  VoteInside,
  VoteNow,
  VoteResultFacts,
} from './public-meeting.ts'
import type { WhatIsClosed } from './what-is-closed.ts'

type Heads = ReadonlyMap<string, PublicItemHead>

/** Votes that the public may know of and that are over, the oldest first. */
export function publicVotes(state: MeetingState, closed: WhatIsClosed, heads: Heads): PublicVote[] {
  return [...state.votes.values()].flatMap((vote) => {
    const openness = closed.ofVote(vote)
    if (openness === 'internal' || !isOver(vote)) return []
    if (openness === 'closed' && vote.stated === null) return []
    return [
      {
        id: vote.id,
        state: vote.state,
        at: (vote.statedAt ?? vote.closedAt ?? vote.openedAt)!,
        about: aboutOf(vote, heads),
        outcome: vote.stated?.outcome ?? null,
        inside: openness === 'open' ? insideOf(state, vote, closed.isReasonInside(vote.id), heads) : null,
      },
    ]
  })
}

/** The vote that is open, or closed and not stated yet. */
export function publicVoteNow(state: MeetingState, closed: WhatIsClosed, heads: Heads): VoteNow | null {
  const undecided = [...state.votes.values()].filter((vote) => vote.state === 'open' || vote.state === 'closed')
  const vote = state.votes.get(state.openVoteId ?? '') ?? undecided.at(-1)
  if (vote === undefined || closed.now !== 'open' || closed.ofVote(vote) !== 'open') return null
  return {
    id: vote.id,
    question: questionOf(vote, heads),
    about: aboutOf(vote, heads),
    method: vote.method,
    state: vote.state === 'open' ? 'open' : 'closed',
    since: (vote.closedAt ?? vote.openedAt)!,
    progress: progressOf(vote),
  }
}

type Over = VoteState & { state: PublicVote['state'] }

/** A vote that was never opened is nothing to tell of. */
function isOver(vote: VoteState): vote is Over {
  return vote.openedAt !== null && !['prepared', 'open', 'closed'].includes(vote.state)
}

function aboutOf({ itemIds }: VoteState, heads: Heads): PublicItemHead[] {
  return itemIds.map((itemId) => heads.get(itemId)).filter((head) => head !== undefined)
}

function progressOf({ method, ballots, handedOut, entitled, hands }: VoteState): VoteNow['progress'] {
  if (method === 'hands' || hands !== null) return null
  return { done: method === 'secret' ? handedOut.size : ballots.size, of: entitled.size }
}

/** Where an item's materials are withheld, its title stands in the place of what the question may say of them. */
function questionOf(vote: VoteState, heads: Heads): string {
  const about = aboutOf(vote, heads)
  return isWithheld(about) ? about.map(({ title }) => title).join('; ') : vote.question
}

const isWithheld = (about: readonly PublicItemHead[]): boolean => about.some(({ withheld }) => withheld !== undefined)

function insideOf(state: MeetingState, vote: VoteState, isReasonInside: boolean, heads: Heads): VoteInside {
  return {
    question: questionOf(vote, heads),
    method: vote.method,
    cancelledBecause: vote.cancelledBecause,
    annulledBecause: isReasonInside || isWithheld(aboutOf(vote, heads)) ? null : vote.annulledBecause,
    result: vote.stated === null || vote.counts === null ? null : resultOf(state, vote, vote.counts),
  }
}

function resultOf(state: MeetingState, vote: VoteState, counts: VoteResultFacts['counts']): VoteResultFacts {
  const byName = byNameOf(state, vote)
  const rule = vote.object.kind === 'election' ? undefined : state.setup.statute.majorities[vote.rule]
  return {
    counts: { ...counts },
    derivation: vote.judgement?.derivation ?? [],
    basis: rule === undefined || rule.unverified === true ? null : rule.basis,
    isAsJudged: vote.state !== 'stated' || isStatedAsJudged(state, vote),
    byName,
    byFaction: byName === null ? null : countsByFaction(state.setup, byName),
    election: electionOf(state, vote),
  }
}

/** Who voted how. Secret votes and hands counted without names have no such thing. */
function byNameOf(state: MeetingState, vote: VoteState): VoteResultFacts['byName'] {
  if (vote.method === 'secret' || vote.hands !== null) return null
  const byName = { for: [] as string[], against: [] as string[], abstained: [] as string[], didNotVote: [] as string[] }
  for (const { personId } of inOrder(state.people.values())) {
    const ballot = vote.ballots.get(personId)
    if (ballot !== undefined) byName[ballot.choice].push(personId)
    else if (vote.entitled.has(personId) && vote.presentAtClosing.includes(personId)) byName.didNotVote.push(personId)
  }
  return byName
}

function electionOf(state: MeetingState, vote: VoteState): ElectionFacts | null {
  const { object, paper } = vote
  if (object.kind !== 'election') return null
  const tally = paper.agreed && paper.first?.tally.kind === 'candidates' ? paper.first.tally.votes : {}
  const standings = object.candidateIds
    .map((candidateId) => ({ candidateId, votes: tally[candidateId] ?? 0 }))
    .toSorted((a, b) => b.votes - a.votes)
  const result = vote.stated === null ? undefined : electionResult(state, object.electionId, vote.id)
  const isElected = vote.stated?.outcome === 'elected' && result?.outcome === 'elected'
  return { standings, elected: isElected ? result.elected : [], derivation: result?.derivation ?? [] }
}
