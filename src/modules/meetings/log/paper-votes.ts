import { countedRounds, recount } from './counting.ts'
import { amend, type Step } from './draft.ts'
import type { PaperCount, VoteState } from './state.ts'

/** Whether two counters, apart from each other, came to the same. */
export function isSameCount({ first, second }: VoteState['paper']): boolean {
  const written = (count: PaperCount | null) => {
    if (count === null) return null
    const { tally } = count
    const numbers = tally.kind === 'choices' ? { ...tally } : tally.votes
    return JSON.stringify([tally.kind, tally.spoiled, Object.entries(numbers).toSorted(([a], [b]) => (a < b ? -1 : 1))])
  }
  return first !== null && second !== null && written(first) === written(second)
}

/** Ballots in the box, by one counter. */
export function ballotsIn(tally: PaperCount['tally']): number {
  if (tally.kind === 'choices') return tally.for + tally.against + tally.abstained + tally.spoiled
  return Object.values(tally.votes).reduce((sum, votes) => sum + votes, tally.spoiled)
}

/** Counting by people: hands, paper, lots. */
export const countingSteps: {
  'hands-counted': Step<'hands-counted'>
  'paper-counted': Step<'paper-counted'>
  'paper-agreed': Step<'paper-agreed'>
  'paper-disagreed': Step<'paper-disagreed'>
  'lot-drawn': Step<'lot-drawn'>
  'candidate-withdrawn': Step<'candidate-withdrawn'>
} = {
  'hands-counted'(draft, { voteId, for: yes, against, abstained }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.method !== 'hands') return 'contradictory'
    if (vote.state !== 'open') return 'closed'
    amend(draft, 'votes', voteId, { hands: { for: yes, against, abstained } })
  },
  'paper-counted'(draft, { voteId, counter, counterPersonId, tally }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.method !== 'secret' || vote.state !== 'closed' || vote.paper.agreed) return 'contradictory'
    const count = { counterPersonId, tally }
    const paper = { ...vote.paper, ...(counter === 1 ? { first: count } : { second: count }) }
    amend(draft, 'votes', voteId, { paper })
  },
  'paper-agreed'(draft, { voteId }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.paper.agreed) return 'already-so'
    if (vote.state !== 'closed' || !isSameCount(vote.paper)) return 'contradictory'
    amend(draft, 'votes', voteId, { paper: { ...vote.paper, agreed: true } })
    recount(draft, voteId)
  },
  'paper-disagreed'(draft, { voteId }) {
    const vote = draft.state.votes.get(voteId)
    if (vote === undefined) return 'unknown-thing'
    if (vote.state !== 'closed' || vote.paper.agreed) return 'contradictory'
    const disagreements = vote.paper.disagreements + 1
    amend(draft, 'votes', voteId, { paper: { first: null, second: null, agreed: false, disagreements } })
  },
  'lot-drawn'(draft, { electionId, voteId, order }) {
    const election = draft.state.elections.get(electionId)
    if (election === undefined || !election.roundVoteIds.includes(voteId)) return 'unknown-thing'
    amend(draft, 'elections', electionId, {
      lots: { ...election.lots, [voteId]: [...(election.lots[voteId] ?? []), ...order] },
    })
  },
  'candidate-withdrawn'(draft, { electionId, candidateId }) {
    const election = draft.state.elections.get(electionId)
    if (election === undefined || !election.candidateIds.includes(candidateId)) return 'unknown-thing'
    if (election.withdrawn.some((one) => one.candidateId === candidateId)) return 'already-so'
    const afterRounds = countedRounds(draft.state, electionId).length
    amend(draft, 'elections', electionId, { withdrawn: [...election.withdrawn, { candidateId, afterRounds }] })
  },
}
