import type { PlainFacts } from '../log/events.ts'
import { hasVote, inOrder, isBarredFrom } from '../log/members.ts'
import { isSameCount } from '../log/paper-votes.ts'
import type { MeetingState, PaperCount, VoteState } from '../log/state.ts'
import type { LeadInput } from './input.ts'
import type { StepTable } from './step.ts'
import { newestVote } from './votes.ts'

/** Members who may still be given a ballot, in the order of names. */
export function withoutBallot(state: MeetingState, vote: VoteState): string[] {
  return inOrder(state.people.values())
    .filter((person) => hasVote(person) && vote.entitled.has(person.personId) && !vote.handedOut.has(person.personId))
    .filter(({ personId, here }) => here !== null && !isBarredFrom(state, vote, personId))
    .map(({ personId }) => personId)
}

function tallyOf(vote: VoteState, input: LeadInput): PaperCount['tally'] {
  const spoiled = Number(input.spoiled)
  if (vote.object.kind !== 'election')
    return {
      kind: 'choices',
      for: Number(input.for),
      against: Number(input.against),
      abstained: Number(input.abstained),
      spoiled,
    }
  const votes = Object.fromEntries(
    vote.object.candidateIds.map((candidateId) => [candidateId, Number(input.got[candidateId] ?? 0)]),
  )
  return { kind: 'candidates', votes, spoiled }
}

/** A secret vote on paper: who was given a ballot is known, what stands on it is not. */
export const paperSteps = {
  'hand-out': {
    about: 'vote',
    events: (state, { persons, scope }) => {
      const vote = newestVote(state)
      if (vote === undefined) return []
      const left = withoutBallot(state, vote)
      // Always in the order of names, whoever was ticked first: the log keeps no order of the hands.
      const given = scope === 'meeting' ? left : left.filter((personId) => persons.includes(personId))
      return given.map((personId): PlainFacts => ({ kind: 'ballot-handed-out', voteId: vote.id, personId }))
    },
  },
  'count-paper': {
    about: 'vote',
    needs: ['person', 'paper'],
    whyNot: (state, { person, counter }, { persons }) => {
      const vote = newestVote(state)
      if (vote === undefined || vote.state !== 'closed') return 'movedOn'
      if (!state.people.has(person) && !persons.has(person)) return 'unknownPerson'
      const mine = counter === '1' ? vote.paper.first : vote.paper.second
      return mine === null ? null : 'alreadySo'
    },
    events: (state, input) => {
      const vote = newestVote(state)!
      const count: PaperCount = { counterPersonId: input.person, tally: tallyOf(vote, input) }
      const isFirst = input.counter === '1'
      const counted: PlainFacts = { kind: 'paper-counted', voteId: vote.id, counter: isFirst ? 1 : 2, ...count }
      const paper = { ...vote.paper, ...(isFirst ? { first: count } : { second: count }) }
      if (paper.first === null || paper.second === null) return [counted]
      return [counted, { kind: isSameCount(paper) ? 'paper-agreed' : 'paper-disagreed', voteId: vote.id }]
    },
  },
} satisfies StepTable
