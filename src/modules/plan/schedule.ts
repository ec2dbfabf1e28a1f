import { z } from 'zod'
import type { LocalDate } from '#platform/format.ts'
import { periods, periodsTouching, type Span } from './calendar.ts'

const day = z.iso.date()

/** One thing that a deadline says about time. */
export const rhythm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('continuous') }),
  z.object({ kind: z.literal('every'), period: z.enum(periods), times: z.int().min(1).max(31) }),
  z.object({ kind: z.literal('each'), event: z.string().min(1).max(200) }),
  z.object({
    kind: z.literal('once'),
    from: day.exactOptional(),
    by: day,
    approximate: z.literal(true).exactOptional(),
  }),
  z.object({ kind: z.literal('from'), from: day }),
  z.object({ kind: z.literal('as-needed') }),
])
export type Rhythm = z.infer<typeof rhythm>

/** All that a deadline says; empty when nothing of it was understood. */
export const schedule = z.array(rhythm).max(6)
export type Schedule = z.infer<typeof schedule>

export type ScheduledOccurrence = Span & { owed: number }

function occurrencesOf(one: Rhythm, from: LocalDate, until: LocalDate): ScheduledOccurrence[] {
  if (one.kind === 'every') {
    return periodsTouching(one.period, from, until).map((span) => ({ ...span, owed: one.times }))
  }
  if (one.kind === 'once' && one.by >= from && (one.from ?? one.by) <= until) {
    return [{ start: one.from ?? one.by, due: one.by, owed: 1 }]
  }
  return []
}

/** What falls due in a stretch of days. Only rhythms with dates have occurrences: "continuous" has none. */
export function periodsOf(schedule: Schedule, from: LocalDate, until: LocalDate): ScheduledOccurrence[] {
  const all = schedule.flatMap((one) => occurrencesOf(one, from, until))
  return all.toSorted((a, b) => a.due.localeCompare(b.due) || a.start.localeCompare(b.start))
}
