import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, mostDays, type SeriesPattern } from './series.ts'

describe('days of a series', () => {
  it('are the nth weekday of each month, but for months without', () => {
    const second: SeriesPattern = { kind: 'monthly', nth: 2, weekday: 4, without: [7] }
    expect(daysOf(second, '2027-05-01', '2027-09-30')).toEqual(['2027-05-13', '2027-06-10', '2027-08-12', '2027-09-09'])
  })

  it('are the last of the month where it has five as where it has four', () => {
    const last: SeriesPattern = { kind: 'monthly', nth: -1, weekday: 1, without: [] }
    expect(daysOf(last, '2027-01-01', '2027-03-31')).toEqual(['2027-01-25', '2027-02-22', '2027-03-29'])
    expect(daysOf(last, '2027-05-01', '2027-05-31')).toEqual(['2027-05-31'])
  })

  it('are every week or every other, from the first such day on', () => {
    expect(daysOf({ kind: 'weekly', every: 1, weekday: 2 }, '2027-03-24', '2027-04-06')).toEqual([
      '2027-03-30',
      '2027-04-06',
    ])
    expect(daysOf({ kind: 'weekly', every: 2, weekday: 2 }, '2026-12-22', '2027-01-20')).toEqual([
      '2026-12-22',
      '2027-01-05',
      '2027-01-19',
    ])
  })

  it('are on their weekday, in order, between the two days, and not without end', () => {
    const pattern: fc.Arbitrary<SeriesPattern> = fc.oneof(
      fc.record({
        kind: fc.constant('weekly' as const),
        every: fc.constantFrom(1 as const, 2 as const),
        weekday: fc.integer({ min: 1, max: 7 }),
      }),
      fc.record({
        kind: fc.constant('monthly' as const),
        nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
        weekday: fc.integer({ min: 1, max: 7 }),
        without: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
      }),
    )
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(pattern, day, day, (one, a, b) => {
        const [from, until] = [a, b].map((at) => at.toISOString().slice(0, 10)).toSorted() as [string, string]
        const days = daysOf(one, from, until)
        expect(days).toEqual([...new Set(days)].toSorted())
        expect(days.length).toBeLessThanOrEqual(mostDays)
        for (const found of days) {
          expect(found >= from && found <= until).toBe(true)
          expect(new Date(`${found}T00:00Z`).getUTCDay() || 7).toBe(one.weekday)
        }
      }),
    )
  })
})
