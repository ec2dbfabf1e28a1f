import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { judgeElection, type Election } from './election.ts'
import type { ElectionRule } from './statute.ts'

const basis = 'test'
const mayor: ElectionRule = {
  kind: 'one-person',
  majority: 'membership',
  secondRound: 'two-best',
  tieForSecondRound: 'all-go-on',
  basis,
}
const byLot: ElectionRule = { ...mayor, tieForSecondRound: 'lot' }
const most: ElectionRule = {
  kind: 'one-person',
  majority: 'most',
  secondRound: 'none',
  tieForSecondRound: 'all-go-on',
  basis,
}
const heads: ElectionRule = { kind: 'chair-and-deputy', deputies: 1, tieForDeputy: 'extra-round', basis }
const headsByLot: ElectionRule = { ...heads, tieForDeputy: 'lot' }

type Votes = Record<string, number>
function hold(rule: ElectionRule, rounds: (Votes | { votes: Votes; lot: string[] })[], more: Partial<Election> = {}) {
  const held = rounds.map((round) =>
    'lot' in round && Array.isArray(round.lot)
      ? { votes: round.votes as Votes, lot: round.lot }
      : { votes: round as Votes, lot: [] },
  )
  const candidateIds = Object.keys(held[0]?.votes ?? {})
  return judgeElection({ rule, seats: 19, candidateIds, withdrawn: [], rounds: held, ...more })
}
const person = (candidateId: string) => [{ candidateId, office: 'person' }]

describe('mayor and chair of the council', () => {
  it('are elected by ten of nineteen', () => {
    expect(hold(mayor, [{ a: 10, b: 9 }])).toMatchObject({ outcome: 'elected', elected: person('a') })
  })
  it('go into a second round between the two best when nobody has ten', () => {
    expect(hold(mayor, [{ a: 8, b: 6, c: 5 }])).toMatchObject({ outcome: 'next-round', candidateIds: ['a', 'b'] })
    expect(
      hold(mayor, [
        { a: 8, b: 6, c: 5 },
        { a: 9, b: 10 },
      ]),
    ).toMatchObject({ elected: person('b') })
    expect(
      hold(mayor, [
        { a: 8, b: 6, c: 5 },
        { a: 9, b: 8 },
      ]),
    ).toMatchObject({ outcome: 'not-elected' })
  })
  it('take all who tie for the second place along, or draw lots, as the statute says', () => {
    const round = { a: 8, b: 5, c: 5 }
    expect(hold(mayor, [round])).toMatchObject({ outcome: 'next-round', candidateIds: ['a', 'b', 'c'] })
    expect(hold(byLot, [round])).toMatchObject({ outcome: 'lot-needed', candidateIds: ['b', 'c'], places: 1 })
    expect(hold(byLot, [{ votes: round, lot: ['c', 'b'] }])).toMatchObject({
      outcome: 'next-round',
      candidateIds: ['a', 'c'],
    })
  })
  it('are not elected when a single candidate falls short', () => {
    expect(hold(mayor, [{ a: 9 }])).toMatchObject({ outcome: 'not-elected' })
  })
  it('count a withdrawn candidate no more', () => {
    const result = hold(mayor, [{ a: 7, b: 6, c: 6 }], { withdrawn: ['b'] })
    expect(result).toMatchObject({ outcome: 'next-round', candidateIds: ['a', 'c'] })
    expect(result.derivation).toContainEqual({ step: 'withdrawn', candidateId: 'b' })
  })
  it('hold the second round with whoever is left', () => {
    expect(hold(mayor, [{ a: 7, b: 6 }], { withdrawn: ['b'] })).toMatchObject({
      outcome: 'next-round',
      candidateIds: ['a'],
    })
    expect(hold(mayor, [{ a: 7, b: 6 }], { withdrawn: ['a', 'b'] })).toMatchObject({ outcome: 'not-elected' })
  })
  it('need ten with a barred member too: bars do not touch elections', () => {
    expect(hold(mayor, [{ a: 9, b: 3 }]).derivation).toContainEqual({ step: 'seats', seats: 19, needed: 10 })
  })
})

describe('the person with most votes', () => {
  it('is elected at once', () => expect(hold(most, [{ a: 4, b: 3 }])).toMatchObject({ elected: person('a') }))
  it('is found by an extra round among equals, then by lot', () => {
    const tie = { a: 4, b: 4, c: 1 }
    expect(hold(most, [tie])).toMatchObject({ outcome: 'next-round', candidateIds: ['a', 'b'] })
    expect(hold(most, [tie, { a: 4, b: 5 }])).toMatchObject({ elected: person('b') })
    expect(hold(most, [tie, { a: 4, b: 4 }])).toMatchObject({ outcome: 'lot-needed', candidateIds: ['a', 'b'] })
    expect(hold(most, [tie, { votes: { a: 4, b: 4 }, lot: ['b', 'a'] }])).toMatchObject({ elected: person('b') })
  })
  it('is nobody when nobody voted', () =>
    expect(hold(most, [{ a: 0, b: 0 }])).toMatchObject({ outcome: 'not-elected' }))
})

describe('chair and deputy of a committee', () => {
  const [a, b] = [
    { candidateId: 'a', office: 'chair' },
    { candidateId: 'b', office: 'deputy' },
  ]
  it('are whoever has most votes and the next', () => {
    expect(hold(heads, [{ a: 9, b: 6, c: 4 }])).toMatchObject({ outcome: 'elected', elected: [a, b] })
  })
  it('part a tie for the chair by an extra round, then by lot; the other becomes deputy', () => {
    const tie = { a: 8, b: 8, c: 3 }
    expect(hold(heads, [tie])).toMatchObject({ outcome: 'next-round', candidateIds: ['a', 'b'] })
    expect(hold(heads, [tie, { a: 10, b: 9 }])).toMatchObject({ elected: [a, b] })
    expect(hold(heads, [tie, { a: 9, b: 9 }])).toMatchObject({ outcome: 'lot-needed', candidateIds: ['a', 'b'] })
    expect(hold(heads, [tie, { votes: { a: 9, b: 9 }, lot: ['a', 'b'] }])).toMatchObject({ elected: [a, b] })
  })
  it('part a tie for the deputy by an extra round or by lot', () => {
    const tie = { a: 9, b: 5, c: 5 }
    expect(hold(heads, [tie])).toMatchObject({ outcome: 'next-round', candidateIds: ['b', 'c'] })
    expect(hold(heads, [tie, { b: 11, c: 8 }])).toMatchObject({ elected: [a, b] })
    expect(hold(headsByLot, [tie])).toMatchObject({ outcome: 'lot-needed', candidateIds: ['b', 'c'], places: 1 })
    expect(hold(headsByLot, [{ votes: tie, lot: ['b', 'c'] }])).toMatchObject({ elected: [a, b] })
  })
  it('need no parting of two who tie for two places of deputies', () => {
    expect(hold({ ...heads, deputies: 2 }, [{ a: 9, b: 5, c: 5 }])).toMatchObject({ outcome: 'elected' })
  })
  it('leave the deputy open when only one has votes', () => {
    expect(hold(heads, [{ a: 9, b: 0 }])).toMatchObject({ elected: [a] })
  })
})

const rules = fc.constantFrom(mayor, byLot, most, heads, headsByLot)
const ballots = fc.record({ a: fc.nat(19), b: fc.nat(19), c: fc.nat(19), d: fc.nat(19) })

test('nobody is elected who withdrew, and nobody whom another beat', () => {
  fc.assert(
    fc.property(rules, ballots, fc.constantFrom('a', 'b', 'c', 'd'), (rule, votes, gone) => {
      const result = hold(rule, [votes], { withdrawn: [gone] })
      if (result.outcome !== 'elected') return
      const [first] = result.elected
      const others = Object.entries(votes).filter(([id]) => id !== gone && id !== first!.candidateId)
      expect(result.elected.map(({ candidateId }) => candidateId)).not.toContain(gone)
      for (const [, count] of others) expect(votes[first!.candidateId as 'a']).toBeGreaterThan(count)
      if (rule.kind === 'one-person' && rule.majority === 'membership')
        expect(votes[first!.candidateId as 'a']).toBeGreaterThanOrEqual(10)
    }),
  )
})

test('one more vote for the elected keeps them elected', () => {
  fc.assert(
    fc.property(rules, ballots, (rule, votes) => {
      const result = hold(rule, [votes])
      if (result.outcome !== 'elected') return
      const winner = result.elected[0]!.candidateId
      const again = hold(rule, [{ ...votes, [winner]: votes[winner as 'a'] + 1 }])
      expect(again).toMatchObject({ outcome: 'elected' })
      expect(again.outcome === 'elected' && again.elected[0]!.candidateId).toBe(winner)
    }),
  )
})

test('the order of candidates on the list changes nothing', () => {
  fc.assert(
    fc.property(rules, ballots, (rule, votes) => {
      const turned = Object.keys(votes).toReversed()
      expect(hold(rule, [votes], { candidateIds: turned })).toEqual(hold(rule, [votes]))
    }),
  )
})
