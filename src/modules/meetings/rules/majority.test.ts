import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { judgeVote, type Membership, type VoteCounts } from './majority.ts'
import type { MajorityRule } from './statute.ts'

const basis = 'test'
const simple: MajorityRule = { kind: 'more-for-than-against', tie: 'not-adopted', basis }
const chairDecides: MajorityRule = { kind: 'more-for-than-against', tie: 'chair-decides', basis }
const membership: MajorityRule = { kind: 'membership', barredLower: true, basis }
const twoThirds: MajorityRule = {
  kind: 'share-of-membership',
  share: { numerator: 2, denominator: 3 },
  barredLower: false,
  basis,
}
const threeQuarters: MajorityRule = { ...twoThirds, share: { numerator: 3, denominator: 4 } }
const twice: MajorityRule = { kind: 'times-against', times: 2, basis }

const counts = (yes: number, no: number, more: Partial<VoteCounts> = {}): VoteCounts => ({
  for: yes,
  against: no,
  abstained: 0,
  didNotVote: 0,
  barred: 0,
  absent: 0,
  spoiled: 0,
  ...more,
})
const of = (seats: number, more: Partial<Membership> = {}): Membership => ({
  seats,
  ofPersons: false,
  chairChoice: null,
  ...more,
})
const passes = (rule: MajorityRule, given: VoteCounts, body = of(17)) =>
  judgeVote(rule, given, body).outcome === 'adopted'

describe('more votes for than against', () => {
  it('passes 5 to 4 while 8 abstain', () => expect(passes(simple, counts(5, 4, { abstained: 8 }))).toBe(true))
  it('does not pass 4 to 4', () => expect(passes(simple, counts(4, 4))).toBe(false))
  it('does not pass when 9 abstain and nobody votes', () =>
    expect(passes(simple, counts(0, 0, { abstained: 9 }))).toBe(false))
  it('leaves a tie to the chair only where the statute says so', () => {
    const tie = counts(4, 4)
    expect(passes(chairDecides, tie, of(17, { chairChoice: 'for' }))).toBe(true)
    expect(passes(chairDecides, tie, of(17, { chairChoice: 'against' }))).toBe(false)
    expect(passes(chairDecides, tie)).toBe(false)
    expect(passes(simple, tie, of(17, { chairChoice: 'for' }))).toBe(false)
  })
  it('says that nobody was for', () => {
    expect(judgeVote(simple, counts(0, 0), of(17)).derivation).toContainEqual({ step: 'nobody-for' })
  })
})

describe('majority of the membership', () => {
  it.each([
    [17, 9, 0, 0, true],
    [17, 8, 0, 0, false],
    [17, 8, 0, 1, true],
    [17, 7, 0, 1, false],
    [23, 11, 9, 0, false],
    [23, 12, 9, 0, true],
    [19, 10, 9, 0, true],
    [19, 9, 0, 0, false],
    [19, 9, 0, 1, true],
    [19, 8, 0, 2, true],
  ])('of %i seats, %i for, %i against, %i barred: %s', (seats, yes, no, barred, adopted) => {
    expect(passes(membership, counts(yes, no, { barred }), of(seats))).toBe(adopted)
  })
  it('is not lowered by barred members where persons are elected or confirmed', () => {
    expect(passes(membership, counts(8, 0, { barred: 1 }), of(17, { ofPersons: true }))).toBe(false)
    expect(passes(membership, counts(9, 0, { barred: 1 }), of(17, { ofPersons: true }))).toBe(true)
  })
  it('prints its reckoning', () => {
    expect(judgeVote(membership, counts(8, 2, { barred: 1 }), of(17))).toEqual({
      outcome: 'adopted',
      needed: 8,
      base: 17,
      derivation: [
        { step: 'seats', seats: 17 },
        { step: 'more-than-half', of: 17, needed: 9 },
        { step: 'lowered-by-barred', barred: 1, needed: 8 },
        { step: 'reached', for: 8, needed: 8, holds: true },
      ],
    })
  })
  it('needs one vote at least, however many are barred', () => {
    expect(passes(membership, counts(0, 0, { barred: 17 }))).toBe(false)
  })
})

describe('shares of the membership and twice as many', () => {
  it.each([
    [twoThirds, 17, 12, true],
    [twoThirds, 17, 11, false],
    [threeQuarters, 17, 13, true],
    [threeQuarters, 17, 12, false],
    [twoThirds, 19, 13, true],
    [twoThirds, 19, 12, false],
    [threeQuarters, 19, 15, true],
    [threeQuarters, 19, 14, false],
    [twoThirds, 18, 12, true],
    [threeQuarters, 23, 18, true],
    [threeQuarters, 23, 17, false],
  ])('a share %# of %i seats with %i for: %s', (rule, seats, yes, adopted) => {
    expect(passes(rule, counts(yes, 0), of(seats))).toBe(adopted)
  })
  it.each([
    [4, 2, true],
    [5, 3, false],
    [1, 0, true],
    [0, 0, false],
    [6, 3, true],
  ])('twice as many: %i to %i: %s', (yes, no, adopted) => expect(passes(twice, counts(yes, no))).toBe(adopted))
})

const rule = fc.constantFrom(simple, chairDecides, membership, twoThirds, threeQuarters, twice)
const situation = fc
  .record({
    seats: fc.integer({ min: 1, max: 101 }),
    ofPersons: fc.boolean(),
    chairChoice: fc.constantFrom('for' as const, 'against' as const, 'abstained' as const, null),
    parts: fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }),
  })
  .map(({ parts, ...body }) => ({
    body,
    given: counts(parts[0]!, parts[1]!, { abstained: parts[2]!, barred: parts[3]! % 3 }),
  }))

test('one more vote for never makes a passed motion fail', () => {
  fc.assert(
    fc.property(rule, situation, (rule, { body, given }) => {
      fc.pre(passes(rule, given, body))
      expect(passes(rule, { ...given, for: given.for + 1 }, body)).toBe(true)
    }),
  )
})

test('one more vote against never makes a failed motion pass', () => {
  fc.assert(
    fc.property(rule, situation, (rule, { body, given }) => {
      fc.pre(!passes(rule, given, body))
      expect(passes(rule, { ...given, against: given.against + 1 }, body)).toBe(false)
    }),
  )
})

test('a motion passes exactly from the needed number on', () => {
  fc.assert(
    fc.property(rule, situation, (rule, { body, given }) => {
      const { outcome, needed } = judgeVote(rule, given, body)
      expect(outcome === 'adopted').toBe(given.for >= needed)
      expect(needed).toBeGreaterThan(0)
    }),
  )
})

test('abstentions and silence change nothing', () => {
  fc.assert(
    fc.property(rule, situation, fc.nat(50), (rule, { body, given }, more) => {
      const quiet = { ...given, abstained: given.abstained + more, didNotVote: more, absent: more }
      expect(judgeVote(rule, quiet, body)).toEqual(judgeVote(rule, given, body))
    }),
  )
})
