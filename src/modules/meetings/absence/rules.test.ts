import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedFrom, isWarned, missedMonths, reportBy, type HeldSitting } from './rules.ts'

const missed = (day: string): HeldSitting => ({ day, came: false })
const came = (day: string): HeldSitting => ({ day, came: true })
const rule = { months: 3, warnAfter: 2 }

describe('three months of absence', () => {
  it('are months with sittings that were all missed', () => {
    const held = [missed('2026-03-10'), missed('2026-04-07'), missed('2026-04-21'), missed('2026-05-05')]
    expect(missedMonths(held, '2026-06-01', 3)).toEqual({
      running: ['2026-03', '2026-04', '2026-05'],
      fulfilled: ['2026-03', '2026-04', '2026-05'],
    })
  })

  it('are not there when one sitting of a month was attended', () => {
    const held = [missed('2026-03-10'), missed('2026-04-07'), came('2026-04-21'), missed('2026-05-05')]
    expect(missedMonths(held, '2026-06-01', 3)).toEqual({ running: ['2026-05'], fulfilled: null })
  })

  it('go on over a month without a sitting, which adds nothing', () => {
    const held = [missed('2026-05-05'), missed('2026-06-02'), missed('2026-08-25')]
    expect(missedMonths(held, '2026-08-26', 3)).toEqual({ running: ['2026-05', '2026-06'], fulfilled: null })
    expect(missedMonths(held, '2026-09-01', 3).fulfilled).toEqual(['2026-05', '2026-06', '2026-08'])
  })

  it('the present month counts only when it is over, but coming to a sitting in it helps at once', () => {
    const held = [missed('2026-03-10'), missed('2026-04-07')]
    const now = missedMonths([...held, missed('2026-05-05')], '2026-05-31', 3)
    expect(isWarned(now, rule)).toBe(true)
    expect(now.fulfilled).toBeNull()
    expect(missedMonths([...held, came('2026-05-05')], '2026-05-05', 3).running).toEqual([])
  })

  it('once there stay there, also when the member comes again', () => {
    const held = [missed('2026-03-10'), missed('2026-04-07'), missed('2026-05-05'), came('2026-06-02')]
    const found = missedMonths(held, '2026-06-03', 3)
    expect(found).toEqual({ running: [], fulfilled: ['2026-03', '2026-04', '2026-05'] })
    expect(isWarned(found, rule)).toBe(false)
  })

  it('are told to the electoral committee within three working days after the last month', () => {
    // 1 May 2026 is a Friday and a holiday.
    expect(reportBy(['2026-02', '2026-03', '2026-04'])).toMatchObject({ start: '2026-05-01', due: '2026-05-06' })
    expect(reportBy(['2026-10', '2026-11', '2026-12']).start).toBe('2027-01-01')
  })

  it('are counted since the composition and since the last suspension ended', () => {
    const suspensions = [{ untilDate: '2026-03-31' }, { untilDate: null }, { untilDate: '2027-01-01' }]
    expect(countedFrom('2025-10-27', suspensions, '2026-06-01')).toBe('2026-03-31')
    expect(countedFrom('2026-04-15', suspensions, '2026-06-01')).toBe('2026-04-15')
    expect(countedFrom(null, [], '2026-06-01')).toBe('1900-01-01')
  })

  it('whatever the sittings: the order of entering does not matter, and who came in the newest month has no row', () => {
    const sitting = fc.record({
      day: fc
        .integer({ min: 0, max: 700 })
        .map((at) => new Date(1_735_700_000_000 + at * 86_400_000).toISOString().slice(0, 10)),
      came: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(sitting, { maxLength: 40 }), (held) => {
        const today = '2027-06-15'
        const found = missedMonths(held, today, 3)
        expect(missedMonths(held.toReversed(), today, 3)).toEqual(found)
        const newest = held
          .map(({ day }) => day.slice(0, 7))
          .toSorted()
          .at(-1)
        if (held.some((one) => one.came && one.day.slice(0, 7) === newest)) expect(found.running).toEqual([])
        expect(found.fulfilled === null || found.fulfilled.length === 3).toBe(true)
      }),
    )
  })
})
