import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, periods } from './calendar.ts'
import type { Binding, Duty, MonthlyCount } from './duty.ts'
import { statuses, type Fulfilment, type Status } from './fulfilment.ts'
import { computeStatus } from './status.ts'

const days = (from: string, count: number) => fc.nat(count).map((more) => addDays(from, more))
const today = days('2026-01-01', 700)
const measuredFrom = days('2025-06-01', 700)
const key = fc.constantFrom('a.measured', 'b.absent')
const available = new Set(['a.measured'])
const perPeriod = fc.record({
  kind: fc.constant('per-period' as const),
  period: fc.constantFrom(...periods),
  atLeast: fc.integer({ min: 1, max: 3 }),
})
const anyDuty: fc.Arbitrary<Duty> = fc.oneof(
  perPeriod,
  fc.constant({ kind: 'each' as const }),
  fc.record({ kind: fc.constant('fresh' as const), days: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('standing' as const), atLeast: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('once' as const), by: days('2025-06-01', 900) }),
)
const bindingWith = (duty: fc.Arbitrary<Duty>): fc.Arbitrary<Binding> =>
  fc.record({ keys: fc.uniqueArray(key, { maxLength: 2 }), duty, measuredFrom })
const count: fc.Arbitrary<MonthlyCount> = fc
  .record({
    key,
    on: days('2025-01-01', 1_000),
    records: fc.integer({ min: 1, max: 4 }),
    unmet: fc.nat(4),
    vouched: fc.boolean(),
  })
  .map(({ key, on, records, unmet, vouched }) => ({
    key,
    month: on.slice(0, 7),
    records,
    met: Math.max(0, records - unmet),
    latest: on,
    vouched,
  }))
const evidence = fc.array(count, { maxLength: 25 })
const best: Status[] = ['late', 'due-soon', 'not-measured', 'kept']
const many = { numRuns: 2_000 }

function isMeasured(binding: Binding): boolean {
  return binding.keys.some((key) => available.has(key))
}

describe('whatever was recorded', () => {
  test('the status is one of four, over twelve marked months', () => {
    fc.assert(
      fc.property(bindingWith(anyDuty), evidence, today, (binding, counts, day) => {
        const { status, months } = computeStatus(binding, counts, available, day)
        expect(statuses).toContain(status)
        expect(months.map(({ month }) => month)).toEqual(
          Array.from({ length: 12 }, (_, index) => addMonths(day.slice(0, 7), index - 11)),
        )
      }),
      many,
    )
  })

  test('nobody is late unless a measured thing is missing since measuring began', () => {
    fc.assert(
      fc.property(bindingWith(anyDuty), evidence, today, (binding, counts, day) => {
        const { status, occurrences, reason } = computeStatus(binding, counts, available, day)
        if (status !== 'late') return
        expect(isMeasured(binding)).toBe(true)
        expect(day >= binding.measuredFrom).toBe(true)
        const missed = occurrences.some(({ met, owed, counted }) => met === 'missed' && counted < owed)
        expect(missed || reason.code === 'freshExceeded').toBe(true)
      }),
      many,
    )
  })

  test('one more met record never makes a duty per period worse', () => {
    fc.assert(
      fc.property(bindingWith(perPeriod), evidence, count, today, (binding, counts, more, day) => {
        const met = { ...more, met: more.records }
        const before = computeStatus(binding, counts, available, day).status
        const after = computeStatus(binding, [...counts, met], available, day).status
        expect(best.indexOf(after)).toBeGreaterThanOrEqual(best.indexOf(before))
      }),
      many,
    )
  })

  test('the arithmetic that is shown is that of an occurrence', () => {
    fc.assert(
      fc.property(bindingWith(anyDuty), evidence, today, (binding, counts, day) => {
        const { reason, occurrences }: Fulfilment = computeStatus(binding, counts, available, day)
        if (!('owed' in reason)) return
        const same = occurrences.filter(({ owed, counted }) => owed === reason.owed && counted === reason.counted)
        const found =
          'start' in reason ? same.filter(({ start, due }) => start === reason.start && due === reason.due) : same
        expect(found.length).toBeGreaterThan(0)
        expect(reason.counted >= reason.owed).toBe(reason.code === 'periodKept' || reason.code === 'standingMet')
      }),
      many,
    )
  })

  test('kept by vouching alone is always said to be', () => {
    fc.assert(
      fc.property(bindingWith(anyDuty), evidence, today, (binding, counts, day) => {
        const onlyVouched = counts.map((count) => ({ ...count, vouched: true }))
        const { status, vouched } = computeStatus(binding, onlyVouched, available, day)
        if (status === 'kept') expect(vouched).toBe(true)
        if (status === 'late') expect(vouched).toBe(false)
      }),
      many,
    )
  })

  test('what nothing measures is never late nor due soon', () => {
    fc.assert(
      fc.property(bindingWith(anyDuty), evidence, today, (binding, counts, day) => {
        const { status } = computeStatus(binding, counts, new Set(), day)
        expect(['kept', 'not-measured']).toContain(status)
      }),
      many,
    )
  })
})
