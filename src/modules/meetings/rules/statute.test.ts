import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeQuorum } from './quorum.ts'
import { rulesOn, statuteRulesSchema, type QuorumPolicy } from './statute.ts'

type File = { bodies: { kind: string; seats: number | null; statutes: unknown[] }[] }
const file = JSON.parse(readFileSync('sites/joelahtme/meetings.json', 'utf8')) as File
const rulesOfKind = (kind: string) =>
  statuteRulesSchema.parse(file.bodies.find((body) => body.kind === kind)!.statutes[0])

const counts = { seats: 19, mandates: 19, present: 10, recused: 0, recusedPresent: 0, chairPresent: true }
const policy = (more: Partial<QuorumPolicy> = {}): QuorumPolicy => ({
  basis: 'test',
  policy: { kind: 'more-than-half' },
  of: 'seats',
  recused: 'counts-as-present',
  chairMustBePresent: false,
  ...more,
})

describe('the rules of the reference municipality', () => {
  it.each(file.bodies)('can be read for $kind', ({ statutes }) => {
    for (const statute of statutes) statuteRulesSchema.parse(statute)
  })
  it('say of each unverified value that it is', () => {
    expect(rulesOfKind('council').quorum.unverified).toBe(true)
    expect(rulesOfKind('council').majorities.membership?.unverified).toBeUndefined()
  })
  it('name the bodies of the municipality', () => {
    const kinds = ['council', 'government', 'committee', 'audit', 'youth', 'assembly', 'round-table']
    expect(file.bodies.map(({ kind }) => kind)).toEqual(kinds)
    expect(file.bodies[0]!.seats).toBe(19)
  })
  it('are refused when they vote on the agenda by a rule that is not there', () => {
    const rules = { ...rulesOfKind('council'), agendaMajority: 'unheard-of' }
    expect(statuteRulesSchema.safeParse(rules).success).toBe(false)
  })
  it('hold from their day on', () => {
    const old = { ...rulesOfKind('council'), validFrom: '2016-02-11' }
    const versions = [rulesOfKind('council'), old]
    expect(rulesOn(versions, '2026-06-30')).toBe(old)
    expect(rulesOn(versions, '2026-07-01')).toBe(versions[0])
    expect(rulesOn(versions, '2010-01-01')).toBeUndefined()
  })
})

describe('quorum', () => {
  it.each([
    [17, 9],
    [19, 10],
    [23, 12],
  ])('of %i seats needs %i', (seats, needed) => {
    const judged = judgeQuorum(policy(), { ...counts, seats, present: needed })
    expect(judged).toMatchObject({ needed, met: true })
    expect(judgeQuorum(policy(), { ...counts, seats, present: needed - 1 }).met).toBe(false)
  })
  it('of the government shrinks with barred members and needs the mayor', () => {
    const government = rulesOfKind('government').quorum
    const five = { ...counts, seats: 5, mandates: 5, present: 3, recused: 2, recusedPresent: 1 }
    expect(judgeQuorum(government, five)).toMatchObject({ base: 3, needed: 2, present: 2, met: true })
    expect(judgeQuorum(government, { ...five, chairPresent: false }).met).toBe(false)
  })
  it('may let barred members count as gone while the base stays', () => {
    const judged = judgeQuorum(policy({ recused: 'counts-as-gone' }), { ...counts, recused: 1, recusedPresent: 1 })
    expect(judged).toMatchObject({ base: 19, needed: 10, present: 9, met: false })
  })
  it('may be a share, a number, or none', () => {
    const third = policy({ policy: { kind: 'share', share: { numerator: 1, denominator: 3 } }, of: 'mandates' })
    expect(judgeQuorum(third, { ...counts, mandates: 10 }).needed).toBe(4)
    expect(judgeQuorum(policy({ policy: { kind: 'count', count: 20 } }), counts).met).toBe(false)
    expect(judgeQuorum(policy({ policy: { kind: 'none' } }), { ...counts, present: 0 }).met).toBe(true)
  })
})
