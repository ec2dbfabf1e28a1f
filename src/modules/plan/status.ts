import type { LocalDate } from '#platform/format.ts'
import { addDays, addMonths, monthOf } from './calendar.ts'
import type { Binding, MonthlyCount } from './duty.ts'
import { statuses, type Facts, type Fulfilment, type Judgement, type MonthMark, type Status } from './fulfilment.ts'
import { judgeEach, judgeFreshness, judgeOnce, judgeStanding } from './judge-others.ts'
import { judgePeriods } from './judge-periods.ts'

const monthsMarked = 12

function markMonths(counts: readonly MonthlyCount[], today: LocalDate): MonthMark[] {
  return Array.from({ length: monthsMarked }, (_, index) => {
    const month = addMonths(monthOf(today), index - monthsMarked + 1)
    const inMonth = counts.filter((count) => count.month === month)
    const records = inMonth.reduce((sum, count) => sum + count.records, 0)
    const met = inMonth.reduce((sum, count) => sum + count.met, 0)
    return { month, records, met, state: met > 0 ? 'met' : records > 0 ? 'unmet' : 'none' }
  })
}

function judge(duty: Binding['duty'], counts: readonly MonthlyCount[], facts: Facts): Judgement {
  if (duty.kind === 'per-period') return judgePeriods(duty, counts, facts)
  if (duty.kind === 'each') return judgeEach(counts, facts)
  if (duty.kind === 'standing') return judgeStanding(duty.atLeast, counts, facts)
  const after = facts.dayIsOver ? { ...facts, today: addDays(facts.today, 1) } : facts
  if (duty.kind === 'fresh') return judgeFreshness(duty.days, counts, after)
  return judgeOnce(duty, counts, after)
}

/**
 * How a duty stands today, from counted records alone. A day that is due ends at midnight, so that on the due day
 * itself nothing is late yet, unless `dayIsOver` says that midnight has come.
 */
export function computeStatus(
  binding: Binding | undefined,
  evidence: readonly MonthlyCount[],
  availableKeys: ReadonlySet<string>,
  today: LocalDate,
  dayIsOver = false,
): Fulfilment {
  if (binding === undefined || binding.keys.length === 0) {
    const months = markMonths([], today)
    return { status: 'not-measured', reason: { code: 'noBinding' }, vouched: false, occurrences: [], months }
  }
  const { keys, duty, measuredFrom } = binding
  const counts = evidence.filter(({ key, month }) => keys.includes(key) && month <= monthOf(today))
  const isMeasured = keys.some((key) => availableKeys.has(key))
  const judgement = judge(duty, counts, { measuredFrom, today, isMeasured, dayIsOver })
  const lastEvidenceOn = counts
    .filter(({ met, latest }) => met > 0 && latest <= today)
    .reduce<LocalDate | undefined>(
      (last, { latest }) => (last === undefined || latest > last ? latest : last),
      undefined,
    )
  return {
    ...judgement,
    ...(lastEvidenceOn === undefined ? {} : { lastEvidenceOn }),
    months: markMonths(counts, today),
  }
}

/** From what most needs attention to what needs none. What nobody measured is not called kept. */
const bySeverity: readonly Status[] = ['late', 'due-soon', 'not-measured', 'kept']

/** The fulfilment that speaks for a commitment with several duties: the worst of them. */
export function worstOf(fulfilments: readonly Fulfilment[]): Fulfilment | undefined {
  return fulfilments.toSorted((a, b) => bySeverity.indexOf(a.status) - bySeverity.indexOf(b.status))[0]
}

export type StatusCounts = Record<Status, number>

export function summarize(fulfilments: readonly Pick<Fulfilment, 'status'>[]): StatusCounts {
  const counts: StatusCounts = { kept: 0, 'due-soon': 0, late: 0, 'not-measured': 0 }
  for (const { status } of fulfilments) counts[status]++
  return counts
}

export function isStatus(value: string): value is Status {
  return (statuses as readonly string[]).includes(value)
}
