import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count, type Outcome } from './count/count.ts'
import { finish } from './count/run.ts'
import { voteTypes } from './pb/election.ts'
import { writePb } from './pb/write-pb.ts'
import { recount } from './recount/recount.ts'
import { builtInRules } from './rulebook/built-in.ts'
import { findBlock, settlementKey, type Rulebook } from './rulebook/rulebook.ts'
import { anyFile, anyRankingRule, anySharesRule, electionOf, groups } from './testing.ts'

function outcomeOf(file: string, rulebook: Rulebook): Outcome {
  const counted = finish(count(electionOf(file), rulebook))
  if (!counted.ok) throw new Error(JSON.stringify(counted))
  return counted.outcome
}
const idsOf = ({ election, winners }: Outcome) => winners.map((at) => election.projects[at]!.id)
const costOf = ({ election }: Outcome, at: number) => election.projects[at]!.cost
const stopping = builtInRules.find(({ key }) => key === 'greedy-stop')!
const approvals = anyFile(['approval', 'choose-1'])

describe('a count made by other means comes to the same', () => {
  it('by votes, whatever blocks the rules have and in whatever order', () => {
    fc.assert(
      fc.property(anyFile(voteTypes), anyRankingRule, (file, rulebook) => {
        const outcome = outcomeOf(file, rulebook)
        expect(recount(writePb(outcome.election), rulebook)).toEqual(idsOf(outcome))
      }),
      { numRuns: 1500 },
    )
  })

  it('by equal shares, with and without completion', () => {
    fc.assert(
      fc.property(approvals, anySharesRule, (file, rulebook) => {
        const outcome = outcomeOf(file, rulebook)
        expect(recount(writePb(outcome.election), rulebook)).toEqual(idsOf(outcome))
      }),
      { numRuns: 400 },
    )
  }, 120_000)
})

describe('what holds of every count', () => {
  it('spends no more than there is, and says exactly how much', () => {
    fc.assert(
      fc.property(anyFile(['approval']), fc.oneof(anyRankingRule, anySharesRule), (file, rulebook) => {
        const outcome = outcomeOf(file, rulebook)
        expect(outcome.spent <= outcome.election.budget).toBe(true)
        expect(outcome.winners.reduce((sum, at) => sum + costOf(outcome, at), 0n)).toBe(outcome.spent)
      }),
    )
  })

  it('keeps caps, votes, seats and exclusions', () => {
    fc.assert(
      fc.property(anyFile(voteTypes), anyRankingRule, (file, rulebook) => {
        const outcome = outcomeOf(file, rulebook)
        const { election, winners, support } = outcome
        const places = Object.values(Object.groupBy(winners, (at) => election.projects[at]!.settlement!))
        const cap = findBlock(rulebook, 'capPerSettlement')?.most ?? Infinity
        for (const its of places) expect(its!.length).toBeLessThanOrEqual(cap)
        for (const at of winners)
          expect(support.votes[at]).toBeGreaterThanOrEqual(findBlock(rulebook, 'minVotes')?.votes ?? 0)
        const won = idsOf(outcome)
        for (const set of findBlock(rulebook, 'incompatible')?.sets ?? [])
          expect(won.filter((id) => set.includes(id)).length).toBeLessThanOrEqual(1)
        const reserved = rulebook.blocks.reduce((sum, one) => sum + (one.kind === 'reserveSeat' ? one.seats : 0), 0)
        expect(won.length).toBeLessThanOrEqual((findBlock(rulebook, 'seats')?.seats ?? Infinity) + reserved)
      }),
    )
  })

  it('leaves a reserved seat empty only where nobody of its group can take it', () => {
    fc.assert(
      fc.property(anyFile(['approval']), anyRankingRule, (file, rulebook) => {
        const { election, winners, spent, steps, support } = outcomeOf(file, rulebook)
        const plain = rulebook.blocks.every(({ kind }) => kind !== 'incompatible' && kind !== 'capPerSettlement')
        const last = steps.at(-1)
        if (last?.step !== 'reserveLeftEmpty' || !plain || findBlock(rulebook, 'fitBudget')!.otherwise === 'stop')
          return
        const group = new Set(groups[last.group as keyof typeof groups].settlements.map(settlementKey))
        for (const [at, { settlement, cost }] of election.projects.entries()) {
          if (winners.includes(at) || !group.has(settlementKey(settlement!))) continue
          const few = support.votes[at]! < (findBlock(rulebook, 'minVotes')?.votes ?? 0)
          expect(few || cost > election.budget - spent).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('one vote more never takes the win from a project whose rules only stop at the budget', () => {
    fc.assert(
      fc.property(approvals, fc.nat(), (file, pick) => {
        const before = outcomeOf(file, stopping)
        if (before.winners.length === 0) return
        const { id } = before.election.projects[before.winners[pick % before.winners.length]!]!
        const more = file.replace(/\n*$/, `\n999;${id}\n`)
        expect(idsOf(outcomeOf(more, stopping))).toContain(id)
      }),
    )
  })

  it('a larger budget never loses a winner where the first that does not fit ends the choice', () => {
    fc.assert(
      fc.property(approvals, (file) => {
        const larger = file.replace(
          /^budget;(.*)$/m,
          (_, budget: string) => `budget;${(Number(budget) + 5).toFixed(2)}`,
        )
        const won = idsOf(outcomeOf(larger, stopping))
        expect(won).toEqual(expect.arrayContaining(idsOf(outcomeOf(file, stopping))))
      }),
    )
  })
})
