import { judgeElection, type ElectionResult, type Round } from '../rules/election.ts'
import { judgeVote, type VoteCounts } from '../rules/majority.ts'
import { amend, type Draft } from './draft.ts'
import { chairOf, isOfPersons } from './members.ts'
import type { MeetingState, VoteState } from './state.ts'

type Said = Pick<VoteCounts, 'for' | 'against' | 'abstained' | 'spoiled'>

/** What was said, however it was given: by name, by hands without names, on paper. Null: not known yet. */
function said(vote: VoteState): Said | null {
  if (vote.method === 'secret') {
    const tally = vote.paper.agreed ? vote.paper.first?.tally : undefined
    if (tally === undefined) return null
    if (tally.kind === 'choices') return tally
    // Who is elected the election's own rule says; here only how many ballots there were.
    return {
      for: Object.values(tally.votes).reduce((a, b) => a + b, 0),
      against: 0,
      abstained: 0,
      spoiled: tally.spoiled,
    }
  }
  if (vote.hands !== null) return { ...vote.hands, spoiled: 0 }
  const counts = { for: 0, against: 0, abstained: 0, spoiled: 0 }
  for (const { choice } of vote.ballots.values()) counts[choice] += 1
  return counts
}

export function countVote(vote: VoteState): VoteCounts | null {
  const given = said(vote)
  if (given === null) return null
  const total = given.for + given.against + given.abstained + given.spoiled
  const byName = vote.method !== 'secret' && vote.hands === null
  const here = vote.presentAtClosing.filter((personId) => vote.entitled.has(personId))
  const didNotVote = byName
    ? here.filter((personId) => !vote.ballots.has(personId)).length
    : Math.max(here.length - total, 0)
  const barred = vote.barred.length
  const absent = Math.max(vote.membersAtOpening - total - didNotVote - barred, 0)
  const { for: yes, against, abstained, spoiled } = given
  return { for: yes, against, abstained, didNotVote, barred, absent, spoiled }
}

/** Counts and judges a closed vote. What the chair has stated is never counted anew. */
export function recount(draft: Draft, voteId: string): void {
  const { state } = draft
  const vote = state.votes.get(voteId)
  if (vote === undefined || vote.state !== 'closed') return
  const counts = countVote(vote)
  const rule = state.setup.statute.majorities[vote.rule]
  const judgement =
    counts === null || rule === undefined || vote.object.kind === 'election'
      ? null
      : judgeVote(rule, counts, {
          seats: state.setup.body.seats,
          ofPersons: isOfPersons(vote),
          chairChoice:
            vote.hands === null ? (vote.ballots.get(chairOf(state, vote.itemIds[0] ?? null))?.choice ?? null) : null,
        })
  amend(draft, 'votes', voteId, { counts, judgement })
}

/** Rounds whose ballots two counters agreed on, the first first; annulled and superseded ones are none. */
export function countedRounds(state: MeetingState, electionId: string): VoteState[] {
  const rounds = (state.elections.get(electionId)?.roundVoteIds ?? []).map((voteId) => state.votes.get(voteId)!)
  return rounds.filter((vote) => vote.paper.agreed && (vote.state === 'closed' || vote.state === 'stated'))
}

/** Where an election stands after its counted rounds, or where it stood after one of them. */
export function electionResult(state: MeetingState, electionId: string, after?: string): ElectionResult | undefined {
  const election = state.elections.get(electionId)
  const rule = state.setup.statute.elections[election?.rule ?? '']
  if (election === undefined || rule === undefined) return undefined
  const votes = countedRounds(state, electionId)
  const last = after === undefined ? votes.length : votes.findIndex((vote) => vote.id === after) + 1
  if (last === 0) return undefined
  const rounds = votes.slice(0, last).map(({ id, paper }): Round => {
    const tally = paper.first?.tally
    return { votes: tally?.kind === 'candidates' ? tally.votes : {}, lot: election.lots[id] ?? [] }
  })
  const withdrawn = election.withdrawn
    .filter((one) => after === undefined || one.afterRounds < last)
    .map(({ candidateId }) => candidateId)
  const { candidateIds } = election
  return judgeElection({ rule, seats: state.setup.body.seats, candidateIds, withdrawn, rounds })
}

/** What the rule says of a counted vote: of a round, how the election stood after it. */
export function judgedOutcome(state: MeetingState, { id, object, judgement }: VoteState): string | undefined {
  return object.kind === 'election' ? electionResult(state, object.electionId, id)?.outcome : judgement?.outcome
}

/** Whether the chair stated what the rule says; after a correction of the log it may no longer be so. */
export function isStatedAsJudged(state: MeetingState, vote: VoteState): boolean {
  return vote.stated === null || judgedOutcome(state, vote) === vote.stated.outcome
}
