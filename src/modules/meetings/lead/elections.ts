import { randomUUID } from 'node:crypto'
import type { ElectionResult } from '../rules/election.ts'
import { electionResult } from '../log/counting.ts'
import type { PlainFacts } from '../log/events.ts'
import type { ElectionState, MeetingState, VoteState } from '../log/state.ts'
import { currentItem, type StepTable } from './step.ts'
import { prepared } from './votes.ts'

export type ElectionNow = {
  election: ElectionState
  /** Of the rounds counted so far; null before the first. */
  result: ElectionResult | null
  /** The newest round, whatever has become of it. */
  round: VoteState
  /** What must be done before the election can go on. */
  next: 'round-under-way' | 'draw-lot' | 'next-round' | 'again' | 'over'
}

/** Where the newest election on an item stands; undefined where none was prepared. */
export function electionNow(state: MeetingState, itemId: string): ElectionNow | undefined {
  const rounds = (state.items.get(itemId)?.voteIds ?? [])
    .map((voteId) => state.votes.get(voteId)!)
    .filter(({ object }) => object.kind === 'election')
  const round = rounds.at(-1)
  if (round === undefined || round.object.kind !== 'election') return undefined
  const election = state.elections.get(round.object.electionId)!
  const result = electionResult(state, election.id) ?? null
  return { election, result, round, next: nextOf(round, result) }
}

function nextOf(round: VoteState, result: ElectionResult | null): ElectionNow['next'] {
  if (round.state === 'prepared' || round.state === 'open') return 'round-under-way'
  if (round.state === 'cancelled' || round.state === 'annulled' || round.state === 'repeated') return 'again'
  if (!round.paper.agreed) return 'round-under-way'
  if (result?.outcome === 'lot-needed') return 'draw-lot'
  if (round.state !== 'stated') return 'round-under-way'
  return result?.outcome === 'next-round' ? 'next-round' : 'over'
}

/** Who stands in the round that comes: of a first round all, later those whom the rule sends on; without the withdrawn. */
export function standingNext({ election, result }: Pick<ElectionNow, 'election' | 'result'>): string[] {
  const goOn = result?.outcome === 'next-round' ? result.candidateIds : election.candidateIds
  return goOn.filter((candidateId) => !election.withdrawn.some((one) => one.candidateId === candidateId))
}

function roundOf(of: Pick<ElectionNow, 'election' | 'result'> & { question: string; itemIds: readonly string[] }) {
  const { election, result, question, itemIds } = of
  return prepared({
    itemIds: [...itemIds],
    question,
    object: {
      kind: 'election',
      electionId: election.id,
      rule: election.rule,
      candidateIds: standingNext({ election, result }),
    },
    rule: election.rule,
    method: 'secret',
  })
}

/** Elections of persons (isikuvalimised): secret, on paper, in rounds. */
export const electionSteps = {
  'prepare-election': {
    about: 'item',
    needs: ['words', 'candidates'],
    whyNot: (state, { persons, more, rule }, ground) => {
      const now = electionNow(state, currentItem(state))
      if (now !== undefined && now.next !== 'over') return 'notDecided'
      if (!Object.hasOwn(state.setup.statute.elections, rule)) return 'unknownRule'
      const isKnown = (personId: string) => state.people.has(personId) || ground.persons.has(personId)
      return [...persons, ...more].every(isKnown) ? null : 'unknownCandidate'
    },
    events: (state, { words, persons, more, rule }) => [
      prepared({
        itemIds: [currentItem(state)],
        question: words,
        object: { kind: 'election', electionId: randomUUID(), rule, candidateIds: [...new Set([...persons, ...more])] },
        rule,
        method: 'secret',
      }),
    ],
  },
  'next-round': {
    about: 'item',
    whyNot: (state) => {
      const now = electionNow(state, currentItem(state))
      if (now === undefined || (now.next !== 'next-round' && now.next !== 'again')) return 'notDecided'
      return standingNext(now).length === 0 ? 'unknownCandidate' : null
    },
    events: (state) => {
      const now = electionNow(state, currentItem(state))!
      return [roundOf({ ...now, question: now.round.question, itemIds: now.round.itemIds })]
    },
  },
  'draw-lot': {
    about: 'item',
    whyNot: (state) => (electionNow(state, currentItem(state))?.next === 'draw-lot' ? null : 'noLotNeeded'),
    events: (state, { drawn }) => {
      const { election, round } = electionNow(state, currentItem(state))!
      return [{ kind: 'lot-drawn', electionId: election.id, voteId: round.id, order: drawn }]
    },
  },
  'withdraw-candidate': {
    about: 'item',
    events: (state, { person }) => {
      const now = electionNow(state, currentItem(state))
      if (now === undefined) return [{ kind: 'candidate-withdrawn', electionId: '-', candidateId: person }]
      const { election, round } = now
      const withdrawn: PlainFacts = { kind: 'candidate-withdrawn', electionId: election.id, candidateId: person }
      if (round.state !== 'prepared') return [withdrawn]
      // Ballots bear no name of who does not stand: the round is prepared anew.
      const left = { ...election, withdrawn: [...election.withdrawn, { candidateId: person, afterRounds: 0 }] }
      const cancelled: PlainFacts = { kind: 'vote-cancelled', voteId: round.id, cause: 'chair' }
      const anew = { election: left, result: now.result, question: round.question, itemIds: round.itemIds }
      return standingNext(anew).length === 0 ? [withdrawn, cancelled] : [withdrawn, cancelled, roundOf(anew)]
    },
  },
} satisfies StepTable
