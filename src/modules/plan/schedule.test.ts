import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, periodAround, periodBefore, periods, periodsTouching } from './calendar.ts'
import { periodsOf } from './schedule.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days))
const anyPeriod = fc.constantFrom(...periods)

describe('the calendar', () => {
  test('knows leap years and the ends of months', () => {
    expect(periodAround('2024-02-11', 'month')).toEqual({ start: '2024-02-01', due: '2024-02-29' })
    expect(periodAround('2100-02-11', 'month')).toEqual({ start: '2100-02-01', due: '2100-02-28' })
    expect(periodAround('2026-12-31', 'quarter')).toEqual({ start: '2026-10-01', due: '2026-12-31' })
    expect(periodAround('2026-06-15', 'year')).toEqual({ start: '2026-01-01', due: '2026-12-31' })
    expect(addMonths('2026-01', -13)).toBe('2024-12')
    expect(addMonths('2026-11', 2)).toBe('2027-01')
  })

  test('days added are days between, also over summer time', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  test('periods stand in a row without gap or overlap, and cover what was asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(1_500), anyPeriod, (from, days, period) => {
        const until = addDays(from, days)
        const spans = periodsTouching(period, from, until)
        expect(spans[0]!.start <= from && spans.at(-1)!.due >= until).toBe(true)
        for (const [index, span] of spans.entries()) {
          expect(span.start <= span.due && span.start.endsWith('-01')).toBe(true)
          const before = spans[index - 1]
          if (before) expect(span.start).toBe(addDays(before.due, 1))
          if (before) expect(periodBefore(span, period)).toEqual(before)
        }
      }),
    )
  })
})

describe('a schedule', () => {
  test('falls due in each period that it names and on each date', () => {
    const found = periodsOf(
      [
        { kind: 'continuous' },
        { kind: 'every', period: 'quarter', times: 2 },
        { kind: 'once', from: '2026-01-01', by: '2026-05-15' },
        { kind: 'as-needed' },
      ],
      '2026-02-10',
      '2026-06-30',
    )
    expect(found).toEqual([
      { start: '2026-01-01', due: '2026-03-31', owed: 2 },
      { start: '2026-01-01', due: '2026-05-15', owed: 1 },
      { start: '2026-04-01', due: '2026-06-30', owed: 2 },
    ])
  })

  test('has nothing due outside the days asked for', () => {
    expect(periodsOf([{ kind: 'once', by: '2025-12-31' }], '2026-01-01', '2026-12-31')).toEqual([])
    expect(periodsOf([{ kind: 'once', from: '2027-01-01', by: '2027-12-31' }], '2026-01-01', '2026-12-31')).toEqual([])
    expect(periodsOf([], '2026-01-01', '2026-12-31')).toEqual([])
  })
})
