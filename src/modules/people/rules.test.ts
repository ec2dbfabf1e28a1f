import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymous, type Actor, type Role } from '#platform/context.ts'
import {
  ageGroupOf,
  canGrantRole,
  canGrantRoles,
  canManageBodies,
  canReadPrivateFacts,
  changedRoles,
  fitsSeats,
  foldForSearch,
  freeSlug,
  hideSmall,
  isInForce,
  isPublicPerson,
  maskCode,
  mayRepresent,
  mostSeated,
  slugOf,
} from './rules.ts'

const actorWith = (...roles: Role[]): Actor => ({ ...anonymous, kind: 'person', personId: 'mina', roles })
const dayIn2026 = fc
  .integer({ min: 0, max: 364 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const sitting = fc.record({
  personId: fc.constantFrom('a', 'b', 'c', 'd'),
  fromDate: dayIn2026,
  untilDate: fc.option(dayIn2026),
})
const sittings = fc.array(
  sitting.filter(({ fromDate, untilDate }) => untilDate === null || untilDate >= fromDate),
  { maxLength: 8 },
)

describe('a membership', () => {
  it('is in force on its first and its last day, and not a day longer', () => {
    const membership = { fromDate: '2026-02-01', untilDate: '2026-02-28' }
    expect(isInForce(membership, '2026-01-31')).toBe(false)
    expect(isInForce(membership, '2026-02-01')).toBe(true)
    expect(isInForce(membership, '2026-02-28')).toBe(true)
    expect(isInForce(membership, '2026-03-01')).toBe(false)
    expect(isInForce({ ...membership, untilDate: null }, '2040-01-01')).toBe(true)
  })

  it('lets speak for a body only while it lasts', () => {
    const board = { fromDate: '2026-02-01', untilDate: '2026-02-28', represents: true }
    expect(mayRepresent(board, '2026-02-10')).toBe(true)
    expect(mayRepresent(board, '2026-03-01')).toBe(false)
    expect(mayRepresent({ ...board, represents: false }, '2026-02-10')).toBe(false)
  })

  it('makes a person public from its first day on and for good', () => {
    const memberships = [{ fromDate: '2026-02-01', untilDate: '2026-02-28' }]
    expect(isPublicPerson({ slug: 'mari', memberships }, '2026-01-31')).toBe(false)
    expect(isPublicPerson({ slug: 'mari', memberships }, '2030-01-01')).toBe(true)
    expect(isPublicPerson({ slug: null, memberships }, '2030-01-01')).toBe(false)
    expect(isPublicPerson({ slug: 'mari', memberships: [] }, '2030-01-01')).toBe(false)
  })
})

describe('seats', () => {
  it('are counted by persons: the chair sits on one seat, not two', () => {
    const chair = { personId: 'a', fromDate: '2026-01-01', untilDate: null }
    expect(fitsSeats([chair], chair, 1)).toBe(true)
    expect(fitsSeats([chair], { ...chair, personId: 'b' }, 1)).toBe(false)
  })

  it('become free the day after the last day of who sat there', () => {
    const before = { personId: 'a', fromDate: '2026-01-01', untilDate: '2026-05-14' }
    expect(fitsSeats([before], { personId: 'b', fromDate: '2026-05-14', untilDate: null }, 1)).toBe(false)
    expect(fitsSeats([before], { personId: 'b', fromDate: '2026-05-15', untilDate: null }, 1)).toBe(true)
  })

  it('are never overfilled on any day, in whatever order people come', () => {
    fc.assert(
      fc.property(sittings, fc.integer({ min: 1, max: 3 }), dayIn2026, (wishes, seats, day) => {
        const seated: typeof wishes = []
        for (const wish of wishes) if (fitsSeats(seated, wish, seats)) seated.push(wish)
        const onDay = new Set(seated.filter((one) => isInForce(one, day)).map((one) => one.personId))
        expect(onDay.size).toBeLessThanOrEqual(seats)
        expect(mostSeated(seated, day)).toBeGreaterThanOrEqual(onDay.size)
      }),
    )
  })
})

describe('who may do what', () => {
  it('bodies are kept by registrars and administrators alone', () => {
    expect(canManageBodies(actorWith('registrar'))).toBe(true)
    expect(canManageBodies(actorWith('administrator'))).toBe(true)
    expect(canManageBodies(actorWith('official', 'councillor'))).toBe(false)
    expect(canManageBodies(anonymous)).toBe(false)
  })

  it('a registrar makes nobody an administrator or registrar', () => {
    expect(canGrantRole(actorWith('registrar'), 'official')).toBe(true)
    expect(canGrantRole(actorWith('registrar'), 'registrar')).toBe(false)
    expect(canGrantRoles(actorWith('registrar'), ['official', 'administrator'])).toBe(false)
    expect(canGrantRoles(actorWith('administrator'), ['official', 'administrator'])).toBe(true)
  })

  it('taking a role away counts as much as giving it', () => {
    expect(changedRoles(['administrator', 'official'], ['official', 'councillor'])).toEqual([
      'administrator',
      'councillor',
    ])
    expect(changedRoles(['official'], ['official'])).toEqual([])
  })

  it('a person reads their own data, an ordinary official nobody’s', () => {
    expect(canReadPrivateFacts(actorWith(), 'mina')).toBe(true)
    expect(canReadPrivateFacts(actorWith('official'), 'sina')).toBe(false)
    expect(canReadPrivateFacts(actorWith('registrar'), 'sina')).toBe(true)
  })
})

describe('small numbers', () => {
  it('a count under five is hidden, with another one beside it', () => {
    expect(hideSmall([120, 3, 40])).toEqual([120, null, null])
    expect(hideSmall([2, 3, 40])).toEqual([null, null, 40])
    expect(hideSmall([12, 30, 40])).toEqual([12, 30, 40])
  })

  it('no hidden count follows from the total and what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 }), (counts) => {
        const shown = hideSmall(counts)
        expect(shown.filter((count) => count !== null && count < 5)).toEqual([])
        expect(shown.filter((count) => count === null).length).not.toBe(1)
      }),
    )
  })

  it('ages fall into the groups of the table', () => {
    expect([0, 6, 7, 17, 18, 64, 65, 101].map(ageGroupOf)).toEqual([
      '0-6',
      '0-6',
      '7-17',
      '7-17',
      '18-29',
      '50-64',
      '65+',
      '65+',
    ])
  })
})

describe('names in addresses', () => {
  it('become readable letters', () => {
    expect(slugOf('Õnne Mägi-Žukova')).toBe('onne-magi-zukova')
    expect(slugOf('Анна')).toBe('')
    expect(foldForSearch('  Jõelähtme  ŠŽ ')).toBe('joelahtme sz')
  })

  it('of two people alike get a number', () => {
    expect(freeSlug('mari-tamm', [])).toBe('mari-tamm')
    expect(freeSlug('mari-tamm', ['mari-tamm', 'mari-tamm-2'])).toBe('mari-tamm-3')
  })

  it('a personal code is shown by its ends only', () => {
    expect(maskCode('EE47810010019')).toBe('4••••••••19')
  })
})
