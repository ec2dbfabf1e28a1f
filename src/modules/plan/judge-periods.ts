import type { LocalDate } from '#platform/format.ts'
import { addMonths, daysBetween, monthOf, periodAfter, periodsTouching, type Period } from './calendar.ts'
import type { Duty, MonthlyCount } from './duty.ts'
import type { Facts, Judgement, Occurrence, Reason } from './fulfilment.ts'

/** Days before the due date from which an open duty is called due soon: long enough to still act. */
export const leadDays: Record<Period | 'once', number> = { month: 7, quarter: 14, year: 30, once: 30 }

/** How far back the schedule is shown. */
const monthsShown: Record<Period, number> = { month: 11, quarter: 21, year: 48 }

type PerPeriod = Duty & { kind: 'per-period' }

function countIn(counts: readonly MonthlyCount[], start: LocalDate, due: LocalDate): number {
  return counts
    .filter(({ month }) => month >= monthOf(start) && month <= monthOf(due))
    .reduce((sum, { met }) => sum + met, 0)
}

function occurrencesOf(duty: PerPeriod, counts: readonly MonthlyCount[], facts: Facts): Occurrence[] {
  const { measuredFrom, today } = facts
  const measured = counts.filter(({ vouched }) => !vouched)
  const first = `${addMonths(monthOf(today), -monthsShown[duty.period])}-01`
  return periodsTouching(duty.period, first, today).map(({ start, due }) => {
    const counted = countIn(counts, start, due)
    const isEnough = counted >= duty.atLeast
    const isWholeBefore = due < measuredFrom
    const owesInFull = start >= measuredFrom && facts.isMeasured
    const isClosed = facts.dayIsOver ? due <= today : due < today
    const ended = isWholeBefore ? 'before-measuring' : isEnough ? 'kept' : owesInFull ? 'missed' : 'before-measuring'
    const met = isClosed || (isEnough && !isWholeBefore) ? ended : 'open'
    const vouched = met === 'kept' && countIn(measured, start, due) < duty.atLeast
    return { start, due, owed: duty.atLeast, counted, met, vouched }
  })
}

/** At least so many in every period. A period that had begun before measuring did is never counted as missed. */
export function judgePeriods(duty: PerPeriod, counts: readonly MonthlyCount[], facts: Facts): Judgement {
  const occurrences = occurrencesOf(duty, counts, facts)
  const current = occurrences.at(-1)!
  const lastClosed = occurrences.findLast(({ met }) => met === 'kept' || met === 'missed')
  const previous = occurrences.at(-2)
  const arithmetic = ({ start, due, owed, counted }: Occurrence) => ({ period: duty.period, start, due, owed, counted })
  const nextDue = current.met === 'kept' ? periodAfter(current, duty.period).due : current.due
  const judged = (status: Judgement['status'], reason: Reason, vouched = false): Judgement => ({
    status,
    reason,
    vouched,
    occurrences,
    nextDue,
  })

  if (current.met === 'kept') return judged('kept', { code: 'periodKept', ...arithmetic(current) }, current.vouched)
  if (!facts.isMeasured) {
    // Nobody is late for what nothing here could have seen: without fresh word the status lapses.
    return previous?.met === 'kept'
      ? judged('kept', { code: 'periodKept', ...arithmetic(previous) }, previous.vouched)
      : judged('not-measured', { code: 'noSource' })
  }
  if (lastClosed?.met === 'missed') return judged('late', { code: 'periodMissed', ...arithmetic(lastClosed) })
  const isNear = daysBetween(facts.today, current.due) <= leadDays[duty.period]
  const owesInFull = current.start >= facts.measuredFrom
  if (current.met === 'open' && isNear && owesInFull)
    return judged('due-soon', { code: 'periodDueSoon', ...arithmetic(current) })
  if (lastClosed) return judged('kept', { code: 'periodKept', ...arithmetic(lastClosed) }, lastClosed.vouched)
  const firstDue = owesInFull ? current.due : periodAfter(current, duty.period).due
  return judged('not-measured', { code: 'nothingDueYet', measuredFrom: facts.measuredFrom, due: firstDue })
}
