import { describe, expect, it } from 'vitest'
import { asJson } from './count/as-json.ts'
import { count } from './count/count.ts'
import { checkByVotes, checkShares } from './count/check.ts'
import { countEqualShares } from './count/equal-shares.ts'
import { tieOrder } from './count/order.ts'
import { finish, finishBetween } from './count/run.ts'
import { countSupport, type Election } from './pb/election.ts'
import { builtInRules } from './rulebook/built-in.ts'
import { rulebookSchema, type BlockOf, type Rulebook } from './rulebook/rulebook.ts'
import { approvalFile, electionOf, groups, rulebookOf } from './testing.ts'

const rule = (key: string): Rulebook => builtInRules.find((one) => one.key === key)!
function counted(election: Election, rulebook: Rulebook) {
  const result = finish(count(election, rulebook))
  if (!result.ok) throw new Error(JSON.stringify(result))
  const json = asJson(result.outcome)
  return { ...json, inOrder: result.outcome.winners.map((at) => election.projects[at]!.id) }
}
const repeat = (vote: string, times: number) => Array.from({ length: times }, () => vote)
const rank = { kind: 'rank', by: 'votes' }
const skip = { kind: 'fitBudget', otherwise: 'skip' }
const cheaper = { kind: 'tieBreak', by: ['lowerCost', 'fileOrder'] }

// A 6 votes, B 5, C 4, D 4
const four = electionOf(
  approvalFile(
    100,
    [
      ['A', 60, 'Loo alevik'],
      ['B', 50, 'Loo alevik'],
      ['C', 40, 'Loo küla'],
      ['D', 30, 'Ülgase küla'],
    ],
    [...repeat('A,B', 4), ...repeat('A,C', 2), 'B,D', ...repeat('C,D', 2), 'D'],
  ),
)

describe('by votes', () => {
  it('what does not fit is skipped, and of equals the cheaper comes first', () => {
    const { inOrder, spent, steps } = counted(four, rule('greedy'))
    expect(inOrder).toEqual(['A', 'D'])
    expect(spent).toBe(90)
    expect(steps).toEqual([
      { step: 'tied', projects: ['D', 'C'], by: ['lowerCost'] },
      { step: 'considered', project: 'A', votes: 6, cost: 60, left: 100, outcome: 'taken' },
      { step: 'considered', project: 'B', votes: 5, cost: 50, left: 40, outcome: 'overBudget' },
      { step: 'considered', project: 'D', votes: 4, cost: 30, left: 40, outcome: 'taken' },
      { step: 'considered', project: 'C', votes: 4, cost: 40, left: 10, outcome: 'overBudget' },
    ])
  })

  it('the first that does not fit may end the choice', () => {
    const { inOrder, steps } = counted(four, rule('greedy-stop'))
    expect(inOrder).toEqual(['A'])
    expect(steps.at(-1)).toMatchObject({ step: 'stopped', project: 'B', left: 40 })
  })

  it('a settlement has no more winners than it may, as in 2022', () => {
    const cap = rulebookOf([rank, cheaper, { kind: 'capPerSettlement', most: 1 }, skip])
    const { steps, inOrder } = counted({ ...four, budget: 200n }, cap)
    expect(inOrder).toEqual(['A', 'D', 'C'])
    expect(steps).toContainEqual(expect.objectContaining({ project: 'B', outcome: 'settlementHasIts' }))
  })

  it('beside three seats a small village has one, also when one of the three is small, unless the rule says else', () => {
    const rules = (onlyIfNoneWon: boolean, seats = 1) =>
      rulebookOf(
        [
          rank,
          cheaper,
          { kind: 'seats', seats },
          skip,
          { kind: 'reserveSeat', group: 'kulad', seats: 1, onlyIfNoneWon },
        ],
        groups,
      )
    const rich = { ...four, budget: 500n }
    expect(counted(rich, rules(false)).inOrder).toEqual(['A', 'D'])
    expect(counted(rich, rules(false, 3)).inOrder).toEqual(['A', 'B', 'D', 'C'])
    const { inOrder, steps } = counted(rich, rules(true, 3))
    expect(inOrder).toEqual(['A', 'B', 'D'])
    expect(steps.at(-1)).toEqual({ step: 'reserveNotNeeded', group: 'kulad', project: 'D' })
    const { steps: poor } = counted({ ...four, budget: 60n }, rules(false))
    expect(poor.at(-1)).toEqual({ step: 'reserveLeftEmpty', group: 'kulad', seats: 1 })
  })

  it('a project gives way where otherwise too few places would have one', () => {
    const distinct = rulebookOf([rank, cheaper, skip, { kind: 'minDistinctSettlements', least: 3 }])
    const { inOrder, steps } = counted({ ...four, budget: 140n }, distinct)
    // A and B would leave 30 for D alone; without B there is enough for D and C.
    expect(inOrder).toEqual(['A', 'D', 'C'])
    expect(steps.at(-1)).toEqual({ step: 'distinctSettlements', least: 3, found: 3 })
    const poor = counted({ ...four, budget: 60n }, distinct)
    expect(poor.inOrder).toEqual(['A'])
    expect(poor.steps.at(-1)).toMatchObject({ found: 1 })
  })

  it('too few votes and exclusions keep a project out', () => {
    const sets = { kind: 'incompatible', sets: [['A', 'D']] }
    const { inOrder, steps } = counted(
      { ...four, budget: 500n },
      rulebookOf([rank, cheaper, sets, { kind: 'minVotes', votes: 5 }, skip]),
    )
    expect(inOrder).toEqual(['A', 'B'])
    expect(steps).toContainEqual(expect.objectContaining({ project: 'D', outcome: 'incompatible', because: 'A' }))
    expect(steps).toContainEqual(expect.objectContaining({ project: 'C', outcome: 'tooFewVotes' }))
  })

  it('equals are parted by a public lot that anybody can draw again', () => {
    const order = (lot: string) => counted(four, rulebookOf([rank, { kind: 'tieBreak', by: [{ lot }] }, skip])).steps[0]
    // sha256 of "1\nC" begins with another digit than that of "1\nD".
    const seeds = ['1', '2', '3', '4', '5', '6'].map(order)
    expect(new Set(seeds.map((one) => JSON.stringify(one))).size).toBe(2)
    expect(seeds[0]).toMatchObject({ step: 'tied', by: ['lot'] })
  })

  it('the file’s own numbers of votes are compared with its ballots', () => {
    const file =
      'META\nkey;value\nbudget;5\nvote_type;approval\nPROJECTS\nproject_id;cost;votes\nA;5;3\nVOTES\nvoter_id;vote\n1;A\n'
    expect(counted(electionOf(file), rule('greedy')).steps[0]).toEqual({
      step: 'votesDiffer',
      project: 'A',
      stated: 3,
      counted: 1,
    })
  })
})

describe('by equal shares', () => {
  // Ten voters with 10 each. X costs 30 and has 6 supporters (5 each), Y costs 40 and has 5 (8 each), Z 24 with 2.
  const shares = electionOf(
    approvalFile(
      100,
      [
        ['X', 30],
        ['Y', 40],
        ['Z', 24],
      ],
      [...repeat('X', 4), ...repeat('X,Y', 2), ...repeat('Y', 3), 'Z'],
    ),
  )

  it('everybody pays equally or all they have, by hand', () => {
    // Cost utility: X asks 1/6 per euro, Y 1/5. After X the two who want both have 5: 5+5+3p = 40, p = 10.
    const { inOrder, steps } = counted(shares, rule('equal-shares-cost'))
    expect(inOrder).toEqual(['X', 'Y'])
    expect(steps).toEqual([
      { step: 'shared', voters: 10, share: '10' },
      { step: 'bought', project: 'X', votes: 6, cost: 30, left: 100, payers: 6, price: '5' },
      { step: 'bought', project: 'Y', votes: 5, cost: 40, left: 70, payers: 5, price: '10' },
      { step: 'notAffordable', project: 'Z', votes: 1, cost: 24, has: '10' },
    ])
  })

  it('by number the least price comes first, not the least part of the cost', () => {
    // P: 12 by two at 6 each, 1/2 per euro. Q: 50 by five at 10 each, 1/5 per euro.
    const file = electionOf(
      approvalFile(
        70,
        [
          ['P', 12],
          ['Q', 50],
        ],
        [...repeat('P,Q', 2), ...repeat('Q', 3), ...repeat('', 2)],
      ),
    )
    expect(counted(file, rule('equal-shares-cost')).inOrder).toEqual(['Q'])
    expect(counted(file, rule('equal-shares-count')).inOrder).toEqual(['P'])
  })

  it('shares are fractions where they are', () => {
    const file = electionOf(approvalFile('10.01', [['A', '0.1']], repeat('A', 3)))
    expect(counted(file, rule('equal-shares-cost')).steps).toContainEqual(
      expect.objectContaining({ step: 'bought', price: '1/30' }),
    )
    expect(counted(file, rule('equal-shares-cost')).steps[0]).toMatchObject({ share: '1001/300' })
  })

  it('shares grow by one until the next outcome would be over the budget or nothing more fits', () => {
    // Z needs 24 from one voter: at 24 everybody pays, X + Y + Z = 94, and nothing more is wanted.
    const { inOrder, steps } = counted(shares, rule('equal-shares-cost-add1'))
    expect(inOrder).toEqual(['X', 'Y', 'Z'])
    expect(steps[0]).toEqual({ step: 'raised', times: 14, because: 'nothingMoreWanted' })
    const less = counted({ ...shares, budget: 80n }, rule('equal-shares-cost-add1'))
    expect(less.inOrder).toEqual(['X', 'Y'])
    expect(less.steps[0]).toMatchObject({ because: 'nothingMoreFits' })
  })

  it('counts approval alone, and says so', () => {
    const cumulative = { ...shares, voteType: 'cumulative' as const }
    expect(finish(count(cumulative, rule('equal-shares-cost')))).toEqual({
      ok: false,
      refusal: 'unfit',
      unfit: { code: 'needsApproval' },
    })
  })

  it('of no votes has no winners', () => {
    expect(counted(electionOf(approvalFile(10, [['A', 1]], [])), rule('equal-shares-cost-add1')).winners).toEqual([])
  })

  it('is stopped when it would take too long', async () => {
    const long = electionOf(
      approvalFile(
        1000,
        [
          ['A', 900],
          ['B', 1000],
        ],
        [...repeat('A', 1), ...repeat('', 9)],
      ),
    )
    expect(await finishBetween(count(long, rule('equal-shares-cost-add1')), 100)).toBeNull()
    expect(await finishBetween(count(long, rule('equal-shares-cost-add1')), 1_000_000)).toMatchObject({ ok: true })
  })
})

describe('a result is checked before it is shown', () => {
  const block = rule('equal-shares-cost').blocks[0] as BlockOf<'equalShares'>
  const standing = [0, 1, 2, 3]
  const { compare } = tieOrder(four, rule('equal-shares-cost'))

  it('payments that are not the cost, and purses that do not add up, are found', () => {
    const shares = finish(countEqualShares({ election: four, standing, block, compare }))
    expect(checkShares(four, shares, standing)).toBeNull()
    const [first, ...others] = shares.purchases
    const [[group, paid] = [0, 0n]] = first!.paid
    const cheated = { ...first!, paid: new Map([...first!.paid, [group, paid + 1n] as const]) }
    expect(checkShares(four, { ...shares, purchases: [cheated, ...others] }, standing)).toContain('are not its cost')
    const purses = shares.buyers.purses.with(0, shares.buyers.purses[0]! + 1n)
    expect(checkShares(four, { ...shares, buyers: { ...shares.buyers, purses } }, standing)).toContain('their share')
    expect(checkShares(four, { ...shares, purchases: [] }, standing)).not.toBeNull()
  })

  it('winners that the rules forbid are found', () => {
    const support = countSupport(four)
    const check = (blocks: object[], winners: number[]) =>
      checkByVotes(four, support, rulebookOf([rank, skip, ...blocks], groups), winners)
    expect(check([], [0, 3])).toBeNull()
    expect(check([], [0])).toBe('something that fits was left')
    expect(check([], [0, 1])).toBe('more is spent than there is')
    expect(check([{ kind: 'capPerSettlement', most: 1 }], [1, 0])).toBe('more is spent than there is')
    expect(check([{ kind: 'seats', seats: 1 }], [2, 3])).toBe('there are more winners than seats')
    expect(check([{ kind: 'minVotes', votes: 5 }], [3])).toBe('a winner has too few votes')
    expect(check([{ kind: 'incompatible', sets: [['C', 'D']] }], [2, 3])).toBe('winners exclude each other')
    expect(check([], [3, 3])).toBe('a project won twice')
  })
})

describe('rules as data', () => {
  const words = { et: 'Reegel' }
  const refusal = (blocks: object[]) =>
    rulebookSchema.safeParse({ version: 1, key: 'a', name: words, summary: words, blocks }).error?.issues[0]?.message
  it.each([
    ['rank needs fitBudget', [rank]],
    ['the first block is rank or equalShares', [skip, rank]],
    ['rank stands twice', [rank, rank, skip]],
    ['there is no group loo', [rank, skip, { kind: 'reserveSeat', group: 'loo', seats: 1, onlyIfNoneWon: true }]],
    [
      'minDistinctSettlements needs fitBudget skip',
      [rank, { kind: 'fitBudget', otherwise: 'stop' }, { kind: 'minDistinctSettlements', least: 2 }],
    ],
    [
      'equalShares goes with tieBreak and minVotes alone, not with seats',
      [
        { kind: 'equalShares', utility: 'cost', completion: 'none' },
        { kind: 'seats', seats: 1 },
      ],
    ],
  ])('%s', (sentence, blocks) => {
    expect(refusal(blocks)).toBe(sentence)
  })

  it('take no block and no word that they do not know', () => {
    expect(refusal([rank, { ...skip, otherwise: 'part-fund' }])).toBeDefined()
    expect(refusal([rank, { ...skip, more: 1 }])).toBeDefined()
  })

  it('that ask for places are not used where a project has none', () => {
    const nowhere = electionOf(
      approvalFile(
        10,
        [
          ['A', 1, 'Loo'],
          ['B', 1],
        ],
        [],
      ),
    )
    const cap = rulebookOf([rank, skip, { kind: 'capPerSettlement', most: 1 }])
    expect(finish(count(nowhere, cap))).toMatchObject({ unfit: { code: 'settlementMissing', about: 'B' } })
    const strange = rulebookOf([rank, skip, { kind: 'incompatible', sets: [['A', 'X']] }])
    expect(finish(count(nowhere, strange))).toMatchObject({ unfit: { code: 'incompatibleUnknown', about: 'X' } })
  })
})
