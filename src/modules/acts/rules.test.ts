import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionsOf } from './gazette.ts'
import { reminderOn } from './reminders.ts'
import {
  daysAfter,
  holdsOn,
  holeBefore,
  inForceOn,
  longestUntil,
  periodOf,
  stateOn,
  type Restriction,
} from './rules.ts'

const rules = { regulationDays: 3 }
const facts = { signedAt: null, inForceOn: null, amendedOn: null, repealedOn: null, annulledOn: null }

describe('entry into force', () => {
  it('is for a regulation the third day after Riigi Teataja, and unknown until then', () => {
    const act = { kind: 'regulation', notifiedOn: '2026-11-18', gazetteOn: null, statedOn: null } as const
    expect(inForceOn(act, rules)).toBeNull()
    expect(inForceOn({ ...act, gazetteOn: '2026-11-27' }, rules)).toBe('2026-11-30')
    expect(inForceOn({ ...act, gazetteOn: '2026-12-30' }, rules)).toBe('2027-01-02')
  })

  it('is the later day that the act states, never an earlier one', () => {
    const act = { kind: 'regulation', notifiedOn: '2026-11-18', gazetteOn: '2026-11-27' } as const
    expect(inForceOn({ ...act, statedOn: '2027-01-01' }, rules)).toBe('2027-01-01')
    expect(inForceOn({ ...act, statedOn: '2026-11-28' }, rules)).toBe('2026-11-30')
    expect(inForceOn({ ...act, statedOn: '2027-01-01', gazetteOn: null }, rules)).toBeNull()
  })

  it('is for a decision the day on which it became known', () => {
    const act = { notifiedOn: '2026-11-18', gazetteOn: null, statedOn: null }
    expect(inForceOn({ ...act, kind: 'decision' }, rules)).toBe('2026-11-18')
    expect(inForceOn({ ...act, kind: 'order', statedOn: '2026-12-01' }, rules)).toBe('2026-12-01')
  })
})

describe('how an act stands', () => {
  it('follows from the day alone', () => {
    const act = { ...facts, inForceOn: '2026-12-01', repealedOn: '2027-01-01' }
    expect(stateOn(act, '2026-11-30')).toBe('stated')
    expect(stateOn({ ...act, signedAt: new Date() }, '2026-11-30')).toBe('signed')
    expect(stateOn(act, '2026-12-01')).toBe('in-force')
    expect(stateOn({ ...act, amendedOn: '2026-12-10' }, '2026-12-10')).toBe('amended')
    expect(stateOn(act, '2027-01-01')).toBe('repealed')
    expect(stateOn({ ...act, annulledOn: '2026-12-05' }, '2027-01-01')).toBe('annulled')
  })
})

describe('numbers', () => {
  it('begin anew with the year, or with the term of the council', () => {
    const terms = ['2021-10-22', '2025-10-27']
    expect(periodOf('2026-02-01', { numberedBy: 'year', terms })).toBe('2026')
    expect(periodOf('2025-10-26', { numberedBy: 'term', terms })).toBe('2021-10-22')
    expect(periodOf('2025-10-27', { numberedBy: 'term', terms })).toBe('2025-10-27')
    expect(periodOf('2020-01-01', { numberedBy: 'term', terms })).toBe('2020')
  })

  it('leave no hole unseen', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 600 }), (last, number) => {
        const hole = holeBefore(last, number)
        expect(hole === null ? 0 : hole.until - hole.from + 1).toBe(Math.max(0, number - last - 1))
      }),
    )
  })
})

describe('a restriction', () => {
  const one: Restriction = {
    id: 'x',
    covers: 'text',
    basis: 'AvTS § 35',
    isPersonal: false,
    from: '2026-11-23',
    until: '2027-11-23',
    liftedOn: null,
    setAt: new Date(),
  }
  it('holds from its first day to its last, and lapses by itself', () => {
    expect(['2026-11-22', '2026-11-23', '2027-11-23', '2027-11-24'].map((day) => holdsOn(one, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(holdsOn({ ...one, liftedOn: '2026-12-01' }, '2026-12-01')).toBe(false)
  })
  it('holds for at most five years, for personal data 75', () => {
    expect(longestUntil('2026-11-23', false)).toBe('2031-11-23')
    expect(longestUntil('2028-02-29', false)).toBe('2033-02-28')
    expect(longestUntil('2026-11-23', true)).toBe('2101-11-23')
  })
})

describe('reminders', () => {
  it('come five working days before, on the last one, after the day and every two weeks from then on', () => {
    // Friday 4 December 2026.
    const due = '2026-12-04'
    const said = (today: string) => reminderOn(due, today)
    expect(said('2026-11-26')).toBeNull()
    expect(said('2026-11-27')).toEqual({ stage: 'soon', round: 0 })
    expect(said('2026-12-03')).toEqual({ stage: 'tomorrow', round: 0 })
    expect(said('2026-12-04')).toEqual({ stage: 'tomorrow', round: 0 })
    expect(said('2026-12-05')).toEqual({ stage: 'overdue', round: 0 })
    expect(said('2026-12-18')).toEqual({ stage: 'still-overdue', round: 1 })
    expect(said('2027-01-01')).toEqual({ stage: 'still-overdue', round: 2 })
  })
  it('are the same for the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (days) => {
        const today = daysAfter('2026-12-04', days)
        expect(reminderOn('2026-12-04', today)).toEqual(reminderOn('2026-12-04', today))
      }),
    )
  })
})

it('finds the paragraphs of a regulation', () => {
  const words = 'Sissejuhatus.\n\n§ 1. Eesmärk\n\nKord kehtestatakse.\n\n§ 2¹. Määrus jõustub.'
  expect(sectionsOf(words)).toEqual([
    { number: '', heading: '', parts: ['Sissejuhatus.'] },
    { number: '1', heading: 'Eesmärk', parts: ['Kord kehtestatakse.'] },
    { number: '2¹', heading: 'Määrus jõustub.', parts: [] },
  ])
})
