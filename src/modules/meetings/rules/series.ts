import { z } from 'zod'
import type { LocalDate } from '#platform/format.ts'

const weekday = z.number().int().min(1).max(7)

/** How meetings repeat; weekdays from Monday (1). */
export const seriesPattern = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekly'), every: z.union([z.literal(1), z.literal(2)]), weekday }),
  z.strictObject({
    kind: z.literal('monthly'),
    /** The first to the fourth of the month, or the last (-1). */
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekday,
    /** Months without a meeting, such as July. */
    without: z.array(z.number().int().min(1).max(12)),
  }),
])
export type SeriesPattern = z.infer<typeof seriesPattern>

/** No more days are planned at once. */
export const mostDays = 60

const dayLength = 86_400_000
const dayAt = (at: number): LocalDate => new Date(at).toISOString().slice(0, 10)
const weekdayAt = (at: number): number => new Date(at).getUTCDay() || 7

/** Days of the pattern from the first to the last, both included; no more than `mostDays`. */
export function daysOf(pattern: SeriesPattern, from: LocalDate, until: LocalDate): LocalDate[] {
  const [first, last] = [Date.parse(`${from}T00:00Z`), Date.parse(`${until}T00:00Z`)]
  const days = pattern.kind === 'weekly' ? weekly(pattern, first, last) : monthly(pattern, first, last)
  return days.slice(0, mostDays)
}

function weekly({ every, weekday: wanted }: Extract<SeriesPattern, { kind: 'weekly' }>, first: number, last: number) {
  const days: LocalDate[] = []
  const start = first + ((wanted - weekdayAt(first) + 7) % 7) * dayLength
  for (let at = start; at <= last && days.length < mostDays; at += every * 7 * dayLength) days.push(dayAt(at))
  return days
}

function monthly(pattern: Extract<SeriesPattern, { kind: 'monthly' }>, first: number, last: number): LocalDate[] {
  const days: LocalDate[] = []
  const month = new Date(first)
  month.setUTCDate(1)
  for (; month.getTime() <= last && days.length < mostDays; month.setUTCMonth(month.getUTCMonth() + 1)) {
    if (pattern.without.includes(month.getUTCMonth() + 1)) continue
    const at = nthOf(month.getTime(), pattern)
    if (at >= first && at <= last) days.push(dayAt(at))
  }
  return days
}

/** The nth such weekday of the month that begins then. */
function nthOf(month: number, { nth, weekday: wanted }: Extract<SeriesPattern, { kind: 'monthly' }>): number {
  if (nth > 0) return month + (((wanted - weekdayAt(month) + 7) % 7) + (nth - 1) * 7) * dayLength
  const next = new Date(month)
  next.setUTCMonth(next.getUTCMonth() + 1)
  const end = next.getTime() - dayLength
  return end - ((weekdayAt(end) - wanted + 7) % 7) * dayLength
}
