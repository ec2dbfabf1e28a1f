import { expect, it } from 'vitest'
import { computeStatus } from '../status.ts'
import type { Duty, MonthlyCount } from '../duty.ts'
import { monthMarks, monthsAround } from './month-marks.ts'

const today = '2026-11-23'
const months = monthsAround(today, 3, 3)

function marks(duty: Duty, counts: readonly Omit<MonthlyCount, 'key' | 'vouched'>[], measured = true) {
  const binding = { id: '1', keys: ['a.b'], duty, measuredFrom: '2026-01-01' }
  const evidence = counts.map((count) => ({ ...count, key: 'a.b', vouched: false }))
  const judgement = computeStatus(binding, evidence, new Set(measured ? ['a.b'] : []), today)
  return monthMarks({ bindings: [binding], judgements: [judgement] }, months, today)
}

const inMonth = (month: string, met = 1, records = 1) => ({ month, met, records, latest: `${month}-05` })

it('looks three months back and three ahead, this month among them', () => {
  expect(months).toEqual(['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'])
})

it('marks a monthly promise kept, missed and due month by month', () => {
  const monthly = { kind: 'per-period', period: 'month', atLeast: 1 } as const
  const counts = [inMonth('2026-08'), inMonth('2026-10')]
  expect(marks(monthly, counts)).toEqual(['kept', 'missed', 'kept', 'due', 'due', 'due', 'due'])
})

it('never says missed of what nothing here could have seen', () => {
  const monthly = { kind: 'per-period', period: 'month', atLeast: 1 } as const
  expect(marks(monthly, [], false)).toEqual(['none', 'none', 'none', 'due', 'due', 'due', 'due'])
})

it('marks a yearly promise where its evidence lies and where the year ends', () => {
  const yearly = { kind: 'per-period', period: 'year', atLeast: 1 } as const
  expect(marks(yearly, [])).toEqual(['none', 'none', 'none', 'none', 'due', 'none', 'none'])
  expect(marks(yearly, [inMonth('2026-09')])[1]).toBe('kept')
})

it('lets every month of "each time" speak for itself', () => {
  const each = { kind: 'each' } as const
  const counts = [inMonth('2026-08', 2, 2), inMonth('2026-10', 0, 1)]
  expect(marks(each, counts)).toEqual(['kept', 'none', 'missed', 'none', 'none', 'none', 'none'])
})

it('marks a dated promise on its month ahead', () => {
  expect(marks({ kind: 'once', by: '2027-01-31' }, [])).toEqual(['none', 'none', 'none', 'none', 'none', 'due', 'none'])
})
