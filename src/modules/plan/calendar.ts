import type { LocalDate } from '#platform/format.ts'

export const periods = ['month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** A stretch of calendar days; both ends belong to it. */
export type Span = { start: LocalDate; due: LocalDate }

const dayMs = 86_400_000
const monthsIn: Record<Period, number> = { month: 1, quarter: 3, year: 12 }

// Days are only counted here, so UTC serves as a calendar without summer time; no instant is ever meant.
function dayNumber(day: LocalDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)
}

function dayFrom(number: number): LocalDate {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return dayFrom(dayNumber(day) + days)
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day if the calendar has it, so that 31 February is noticed. */
export function calendarDay(year: number, month: number, day: number): LocalDate | undefined {
  if (year < 1900 || year > 2199) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

/** `2026-11` of a day. */
export function monthOf(day: LocalDate): string {
  return day.slice(0, 7)
}

export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** Whole months from the first day of one to the last day of another. */
export function monthSpan(firstMonth: string, lastMonth: string = firstMonth): Span {
  return { start: `${firstMonth}-01`, due: addDays(`${addMonths(lastMonth, 1)}-01`, -1) }
}

export function periodAround(day: LocalDate, period: Period): Span {
  const length = monthsIn[period]
  const month = Number(day.slice(5, 7)) - 1
  const first = addMonths(monthOf(day), -(month % length))
  return monthSpan(first, addMonths(first, length - 1))
}

export function periodAfter(span: Span, period: Period): Span {
  return periodAround(addDays(span.due, 1), period)
}

export function periodBefore(span: Span, period: Period): Span {
  return periodAround(addDays(span.start, -1), period)
}

// Each of the plan's duties asks for the same few stretches, on every rendering.
const known = new Map<string, readonly Span[]>()

/** Every whole period that touches the days from `from` to `until`, in order, without gap or overlap. */
export function periodsTouching(period: Period, from: LocalDate, until: LocalDate): readonly Span[] {
  const name = `${period} ${from} ${until}`
  const touching = known.get(name) ?? makePeriods(period, from, until)
  if (known.size > 500) known.clear()
  known.set(name, touching)
  return touching
}

function makePeriods(period: Period, from: LocalDate, until: LocalDate): Span[] {
  const touching: Span[] = []
  for (let span = periodAround(from, period); span.start <= until; span = periodAfter(span, period)) touching.push(span)
  return touching
}
