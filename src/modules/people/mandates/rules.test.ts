import { describe, expect, it } from 'vitest'
import { fitsSeats, isInForce } from '../rules.ts'
import {
  groundForAll,
  isTooShort,
  leavesOnReturn,
  mayStepIn,
  nextInLists,
  suspensionGrounds,
  threeMonthsFrom,
  votesIn,
  type ListedSubstitute,
  type SubstituteSeat,
} from './rules.ts'

describe('a suspended mandate', () => {
  const mandate = {
    fromDate: '2025-10-27',
    untilDate: null,
    suspensions: [{ fromDate: '2026-03-01', untilDate: '2026-05-31' }],
  }

  it('gives nothing from the first to the last day of the suspension, and everything before and after', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01']
    expect(days.map((day) => isInForce(mandate, day))).toEqual([true, false, false, true])
  })

  it('leaves its seat to a substitute for as long as it rests, and not a day longer', () => {
    const sittings = [{ ...mandate, personId: 'a' }]
    const substitute = { personId: 'b', fromDate: '2026-03-01', untilDate: '2026-05-31' }
    expect(fitsSeats(sittings, substitute, 1)).toBe(true)
    expect(fitsSeats(sittings, { ...substitute, untilDate: '2026-06-01' }, 1)).toBe(false)
    expect(fitsSeats(sittings, { ...substitute, fromDate: '2026-02-28' }, 1)).toBe(false)
  })

  it('tells everybody of a public office only', () => {
    const told = suspensionGrounds.filter((ground) => groundForAll(ground) !== null)
    expect(told).toEqual(['municipal-government', 'state-government', 'municipal-employment'])
  })

  it('rests for three months at least where the member asked for it', () => {
    expect(threeMonthsFrom('2026-01-15')).toBe('2026-04-14')
    expect(threeMonthsFrom('2026-11-30')).toBe('2027-02-28')
    expect(isTooShort('own-request', { fromDate: '2026-01-15', untilDate: '2026-04-13' })).toBe(true)
    expect(isTooShort('own-request', { fromDate: '2026-01-15', untilDate: '2026-04-14' })).toBe(false)
    expect(isTooShort('own-request', { fromDate: '2026-01-15', untilDate: null })).toBe(false)
    expect(isTooShort('military-service', { fromDate: '2026-01-15', untilDate: '2026-01-20' })).toBe(false)
  })
})

describe('the list of substitutes', () => {
  const one = (place: number, changes: Partial<ListedSubstitute> = {}): ListedSubstitute => ({
    id: `s${place}`,
    listName: 'Kodurand',
    place,
    personId: `p${place}`,
    declinedOn: null,
    seat: null,
    ...changes,
  })
  const nobody = new Set<string>()

  it('proposes the first of each list who has not declined and holds no seat', () => {
    const sits = { membershipId: 'm', fromDate: '2026-01-01', untilDate: null }
    const list = [one(3), one(1, { declinedOn: '2026-02-01' }), one(2, { seat: sits }), one(9, { listName: 'Kalda' })]
    expect(nextInLists(list, '2026-03-01', nobody).map(({ id }) => id)).toEqual(['s3', 's9'])
    expect(nextInLists(list, '2026-03-01', new Set(['p3'])).map(({ id }) => id)).toEqual(['s9'])
  })

  it('takes back in its place whoever gave a seat back when the member returned', () => {
    const was = { membershipId: 'm', fromDate: '2026-01-01', untilDate: '2026-02-28' }
    expect(mayStepIn(one(1, { seat: was }), '2026-02-28', nobody)).toBe(false)
    expect(mayStepIn(one(1, { seat: was }), '2026-03-01', nobody)).toBe(true)
    // Who begins tomorrow is not proposed for another seat today.
    expect(mayStepIn(one(1, { seat: was }), '2025-12-31', nobody)).toBe(false)
  })
})

describe('when a suspended member returns', () => {
  const seat = (membershipId: string, changes: Partial<SubstituteSeat> = {}): SubstituteSeat => ({
    membershipId,
    replaces: `of-${membershipId}`,
    listName: 'Kodurand',
    fromDate: '2026-01-01',
    untilDate: null,
    ...changes,
  })
  const returning = ['of-first']

  it('of the substitutes of the same list whoever was appointed last leaves, whomever they came for', () => {
    const seats = [seat('first'), seat('second', { fromDate: '2026-04-01' }), seat('other', { listName: 'Kalda' })]
    expect(leavesOnReturn(seats, returning, '2026-06-30')?.membershipId).toBe('second')
  })

  it('the next to return sends home whoever is left, also when their own substitute went before', () => {
    const seats = [seat('first'), seat('second', { fromDate: '2026-04-01', untilDate: '2026-06-30' })]
    expect(leavesOnReturn(seats, ['of-second'], '2026-09-30')?.membershipId).toBe('first')
  })

  it('without a list it is the one who sits for this member', () => {
    const seats = [seat('first', { listName: null }), seat('second', { listName: null, fromDate: '2026-04-01' })]
    expect(leavesOnReturn(seats, returning, '2026-06-30')?.membershipId).toBe('first')
  })

  it('nobody leaves whose seat is over or has not begun', () => {
    const seats = [seat('first', { untilDate: '2026-05-31' }), seat('second', { fromDate: '2026-07-01' })]
    expect(leavesOnReturn(seats, returning, '2026-06-30')).toBeUndefined()
  })
})

it('the mandate itself decides about the vote, not a post beside it', () => {
  const mandate = { postId: null, votingRight: false }
  expect(votesIn([mandate, { postId: 'chair', votingRight: true }])).toBe(false)
  expect(votesIn([{ postId: 'mayor', votingRight: true }])).toBe(true)
})
