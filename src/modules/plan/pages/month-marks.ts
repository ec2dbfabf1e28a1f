import type { LocalDate } from '#platform/format.ts'
import type { MonthMark } from '#ui/month-mark.ts'
import { addMonths, monthOf, periodsTouching } from '../calendar.ts'
import type { Duty } from '../duty.ts'
import type { Fulfilment, Occurrence } from '../fulfilment.ts'
import type { JudgedCommitment } from '../read-plan.ts'

const bySeverity: readonly MonthMark[] = ['missed', 'due', 'kept', 'none']

function worst(marks: readonly MonthMark[]): MonthMark {
  return bySeverity.find((mark) => marks.includes(mark)) ?? 'none'
}

/** A missed or open stretch shows in the month in which it fell due; a kept one where its evidence lies. */
function markOfOccurrence({ due, met }: Occurrence, month: string): MonthMark {
  if (monthOf(due) !== month) return 'none'
  if (met === 'open') return 'due'
  return met === 'kept' || met === 'missed' ? met : 'none'
}

/** Months after this one in which something falls due by the duty itself. */
function fallsDueLater(duty: Duty, month: string): boolean {
  if (duty.kind === 'once') return monthOf(duty.by) === month
  if (duty.kind !== 'per-period') return false
  return periodsTouching(duty.period, `${month}-01`, `${month}-28`).some(({ due }) => monthOf(due) === month)
}

function markOfDuty(duty: Duty, judgement: Fulfilment, month: string, today: LocalDate): MonthMark {
  if (month > monthOf(today)) {
    const isNext = judgement.nextDue !== undefined && monthOf(judgement.nextDue) === month
    return isNext || fallsDueLater(duty, month) ? 'due' : 'none'
  }
  const evidence = judgement.months.find((one) => one.month === month)?.state ?? 'none'
  // "Each time" has no stretches of its own within a year: every month speaks for itself.
  if (duty.kind === 'each') return evidence === 'met' ? 'kept' : evidence === 'unmet' ? 'missed' : 'none'
  const owed = worst(judgement.occurrences.map((occurrence) => markOfOccurrence(occurrence, month)))
  if (owed === 'missed') return owed
  return evidence === 'met' ? 'kept' : owed
}

/** One mark per month, for the sparkline and the timeline. With several duties the worst of them shows. */
export function monthMarks(
  { bindings, judgements }: Pick<JudgedCommitment, 'bindings' | 'judgements'>,
  months: readonly string[],
  today: LocalDate,
): MonthMark[] {
  return months.map((month) =>
    worst(judgements.map((judgement, at) => markOfDuty(bindings[at]!.duty, judgement, month, today))),
  )
}

export function monthsAround(today: LocalDate, back: number, ahead: number): string[] {
  return Array.from({ length: back + 1 + ahead }, (_, index) => addMonths(monthOf(today), index - back))
}
