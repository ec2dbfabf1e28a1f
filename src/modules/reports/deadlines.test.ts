import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#platform/working-days.ts'
import { dueWithPauses, movedOn } from './deadlines.ts'

const day = fc.integer({ min: 0, max: 1500 }).map((after) => dayAfter('2026-01-01', after))
const dayAfter = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const pause = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from, until: dayAfter(from, length) }))

describe('the day that is owed', () => {
  it.each([
    ['nothing waited', [], '2026-12-07'],
    ['asked and answered the same day', [{ from: '2026-11-24', until: '2026-11-24' }], '2026-12-07'],
    ['a weekend alone', [{ from: '2026-11-27', until: '2026-11-29' }], '2026-12-07'],
    ['three working days', [{ from: '2026-11-24', until: '2026-11-27' }], '2026-12-10'],
    ['over Christmas, which nobody counts', [{ from: '2026-11-24', until: '2026-12-28' }], '2027-01-11'],
    [
      'twice',
      [
        { from: '2026-11-24', until: '2026-11-25' },
        { from: '2026-12-01', until: '2026-12-03' },
      ],
      '2026-12-10',
    ],
    ['before the term began anew', [{ from: '2026-11-02', until: '2026-11-20' }], '2026-12-07'],
  ] as const)('%s', (_what, pauses, due) => expect(dueWithPauses('2026-11-23', 10, pauses)).toBe(due))

  it('keeps as many working days after a pause as there were before it, and lateness as it was', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), pause, (start, term, waited) => {
        const { due } = addWorkingDays(start, term)
        const moved = movedOn(due, waited)
        if (isWorkingDay(due)) expect(isWorkingDay(moved)).toBe(true)
        expect(moved >= due).toBe(true)
        if (due >= waited.from)
          expect(workingDaysBetween(waited.until, moved)).toBe(workingDaysBetween(waited.from, due))
      }),
    )
  })

  it('does not depend on the order in which pauses are told', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.array(pause, { maxLength: 5 }), (start, term, pauses) => {
        expect(dueWithPauses(start, term, pauses)).toBe(dueWithPauses(start, term, pauses.toReversed()))
      }),
    )
  })
})
