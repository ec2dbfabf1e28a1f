import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  easterSunday,
  holidaysOf,
  isWorkingDay,
  nextWorkingDay,
  sayDueDay,
  workingDaysBetween,
} from './working-days.ts'

describe('working days of Estonia', () => {
  it.each([
    ['2026-06-19', 5, '2026-06-30'],
    ['2026-04-01', 5, '2026-04-09'],
    ['2026-02-20', 5, '2026-03-02'],
    ['2026-08-19', 5, '2026-08-27'],
    ['2026-12-21', 5, '2026-12-30'],
    ['2026-12-21', 15, '2027-01-14'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-11-20', 15, '2026-12-11'],
  ])('a term that starts after %s and has %i working days ends on %s', (start, days, due) => {
    expect(addWorkingDays(start, days).due).toBe(due)
  })

  it.each([
    ['2024-12-01', '2024-12-02'],
    ['2027-01-31', '2027-02-01'],
    ['2028-02-05', '2028-02-07'],
    ['2026-12-01', '2026-12-01'],
  ])('a last day of %s moves to %s', (day, moved) => {
    expect(nextWorkingDay(day)).toBe(moved)
  })

  it.each([
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [1954, '1954-04-18'],
    [2000, '2000-04-23'],
    [2049, '2049-04-18'],
  ])('Easter of %i is on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  it('a year has twelve public holidays, Whit Sunday seven weeks after Easter', () => {
    const days = [...holidaysOf(2026).keys()]
    expect(days).toHaveLength(12)
    expect(days).toContain('2026-05-24')
    expect(holidaysOf(1997).has('1997-08-20')).toBe(false)
  })

  it('the end of a term is a working day, and counting back gives the term', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const from = start.toISOString().slice(0, 10)
        const { due } = addWorkingDays(from, count)
        expect(isWorkingDay(due)).toBe(true)
        expect(workingDaysBetween(from, due)).toBe(count)
        expect(workingDaysBetween(due, from)).toBe(-count)
      }),
    )
  })

  it('says in the reader’s language how the day came about', () => {
    const found = addWorkingDays('2026-06-19', 5)
    expect(sayDueDay(found, 'et')).toBe(
      '5 tööpäeva alates päevast pärast 19. juuni 2026: 30. juuni 2026. Vahele jäid 4 nädalavahetuse päeva, võidupüha (23. juuni 2026) ja jaanipäev (24. juuni 2026).',
    )
    expect(sayDueDay(addWorkingDays('2026-11-16', 2), 'en')).toBe(
      '2 working days from the day after 16 November 2026: 18 November 2026.',
    )
    expect(sayDueDay(found, 'ru')).toContain('5 рабочих дней со дня после 19 июня 2026')
  })
})
