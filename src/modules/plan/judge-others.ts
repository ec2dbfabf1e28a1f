import type { LocalDate } from '#platform/format.ts'
import { addDays, addMonths, daysBetween, monthOf, monthSpan } from './calendar.ts'
import type { Duty, MonthlyCount } from './duty.ts'
import type { Facts, Judgement, Occurrence } from './fulfilment.ts'
import { leadDays } from './judge-periods.ts'

const yearsShown = 5
const freshWindowsShown = 24

function sum(counts: readonly MonthlyCount[], field: 'records' | 'met'): number {
  return counts.reduce((total, count) => total + count[field], 0)
}

function unmeasured(occurrences: Occurrence[] = []): Judgement {
  return { status: 'not-measured', reason: { code: 'noSource' }, vouched: false, occurrences }
}

/** Only months that lie wholly within measuring, so that no record from before it is held against anyone. */
function countsSince(counts: readonly MonthlyCount[], measuredFrom: LocalDate): MonthlyCount[] {
  return counts.filter(({ month }) => `${month}-01` >= measuredFrom)
}

/** Every record must be met, judged over the running calendar year. */
export function judgeEach(counts: readonly MonthlyCount[], facts: Facts): Judgement {
  const { measuredFrom, today } = facts
  const year = Number(today.slice(0, 4))
  const counting = countsSince(counts, measuredFrom)
  const occurrences = Array.from({ length: yearsShown }, (_, back) => String(year - yearsShown + 1 + back)).flatMap(
    (shown): Occurrence[] => {
      const inYear = counting.filter(({ month }) => month.startsWith(shown))
      const measured = inYear.filter(({ vouched }) => !vouched)
      const owed = sum(measured, 'records') + sum(inYear, 'met') - sum(measured, 'met')
      const counted = sum(inYear, 'met')
      if (owed === 0) return []
      const isOpen = shown === String(year) && !facts.dayIsOver
      const met = counted < owed ? 'missed' : isOpen ? 'open' : 'kept'
      return [{ start: `${shown}-01-01`, due: `${shown}-12-31`, owed, counted, met, vouched: measured.length === 0 }]
    },
  )
  const yearStart = `${year}-01-01`
  const from = measuredFrom > yearStart ? measuredFrom : yearStart
  const current = occurrences.find(({ start }) => start === yearStart)
  if (!current) {
    if (!facts.isMeasured) return unmeasured(occurrences)
    const reason =
      measuredFrom > today
        ? ({ code: 'nothingDueYet', measuredFrom } as const)
        : ({ code: 'nothingHappenedYet', from, until: today } as const)
    return { status: 'not-measured', reason, vouched: false, occurrences }
  }
  const arithmetic = { from, until: today, records: current.owed, met: current.counted }
  if (current.met === 'missed') {
    if (!facts.isMeasured) return unmeasured(occurrences)
    return { status: 'late', reason: { code: 'eachUnmet', ...arithmetic }, vouched: false, occurrences }
  }
  return { status: 'kept', reason: { code: 'eachMet', ...arithmetic }, vouched: current.vouched, occurrences }
}

function freshLeadDays(days: number): number {
  const lead = days <= 31 ? leadDays.month : days <= 92 ? leadDays.quarter : leadDays.year
  return Math.min(lead, Math.floor(days / 4))
}

type Newness = { on: LocalDate; vouched: boolean }

/** Days on which something fresh came, one for each month, oldest first; a measured one stands for its day. */
function freshDays(counts: readonly MonthlyCount[], today: LocalDate): Newness[] {
  const byDay = new Map<LocalDate, boolean>()
  for (const { met, latest, vouched } of counts) {
    if (met > 0 && latest <= today) byDay.set(latest, (byDay.get(latest) ?? true) && vouched)
  }
  return [...byDay].map(([on, vouched]) => ({ on, vouched })).toSorted((a, b) => a.on.localeCompare(b.on))
}

/** The newest met record is at most so many days old. */
export function judgeFreshness(days: number, counts: readonly MonthlyCount[], facts: Facts): Judgement {
  const { measuredFrom, today } = facts
  const fresh = freshDays(counts, today)
  const newest = fresh.at(-1)
  const isHeldAgainst = (due: LocalDate) => facts.isMeasured && due >= measuredFrom
  const windows: Occurrence[] = fresh.map(({ on, vouched }, index) => {
    const due = addDays(on, days)
    const next = fresh[index + 1]
    const isOver = next ? next.on > due : today > due
    const met = isOver ? (isHeldAgainst(due) ? 'missed' : 'before-measuring') : next ? 'kept' : 'open'
    return { start: on, due, owed: 1, counted: met === 'kept' ? 1 : 0, met, vouched }
  })
  const occurrences = windows.slice(-freshWindowsShown)
  if (!newest && !facts.isMeasured) return unmeasured()
  const dueByEvidence = addDays(newest?.on ?? measuredFrom, days)
  // What went stale before measuring began is owed only once measuring has lasted as long as a record may be old.
  const due = dueByEvidence < measuredFrom ? addDays(measuredFrom, days) : dueByEvidence
  const arithmetic = { days, due, ...(newest ? { latest: newest.on } : {}) }
  const vouched = newest?.vouched ?? false
  if (today > due) {
    if (!facts.isMeasured) return unmeasured(occurrences)
    return {
      status: 'late',
      reason: { code: 'freshExceeded', ...arithmetic },
      vouched: false,
      occurrences,
      nextDue: due,
    }
  }
  if (!newest || dueByEvidence < today) {
    if (!facts.isMeasured) return unmeasured(occurrences)
    const reason = { code: 'nothingDueYet', measuredFrom, due } as const
    return { status: 'not-measured', reason, vouched: false, occurrences, nextDue: due }
  }
  if (facts.isMeasured && daysBetween(today, due) <= freshLeadDays(days)) {
    return { status: 'due-soon', reason: { code: 'freshDueSoon', ...arithmetic }, vouched, occurrences, nextDue: due }
  }
  return { status: 'kept', reason: { code: 'freshKept', ...arithmetic }, vouched, occurrences, nextDue: due }
}

/** Measured levels: the newest month of each key. Vouched ones: what was confirmed within the last twelve months. */
function levelIn(counts: readonly MonthlyCount[], month: string): { measured: number; all: number } {
  const newest = new Map<string, MonthlyCount>()
  let vouched = 0
  for (const count of counts) {
    if (count.month > month) continue
    if (count.vouched) vouched += count.month > addMonths(month, -12) ? count.met : 0
    else if ((newest.get(count.key)?.month ?? '') <= count.month) newest.set(count.key, count)
  }
  const measured = sum([...newest.values()], 'met')
  return { measured, all: measured + vouched }
}

/** So many in force now. */
export function judgeStanding(atLeast: number, counts: readonly MonthlyCount[], facts: Facts): Judgement {
  const { measuredFrom, today } = facts
  const thisMonth = monthOf(today)
  const months = new Set([
    ...counts.map(({ month }) => month).filter((month) => month > addMonths(thisMonth, -12)),
    thisMonth,
  ])
  const occurrences = [...months].toSorted().map((month): Occurrence => {
    const { measured, all } = levelIn(counts, month)
    const { start, due } = month === thisMonth ? { start: `${month}-01`, due: today } : monthSpan(month)
    const isHeldAgainst = facts.isMeasured && due >= measuredFrom
    const met = all >= atLeast ? 'kept' : isHeldAgainst ? 'missed' : 'before-measuring'
    return { start, due, owed: atLeast, counted: all, met, vouched: met === 'kept' && measured < atLeast }
  })
  const current = occurrences.at(-1)!
  const arithmetic = { owed: atLeast, counted: current.counted }
  if (current.met === 'kept') {
    return { status: 'kept', reason: { code: 'standingMet', ...arithmetic }, vouched: current.vouched, occurrences }
  }
  if (!facts.isMeasured) return unmeasured(occurrences)
  if (today < measuredFrom) {
    return { status: 'not-measured', reason: { code: 'nothingDueYet', measuredFrom }, vouched: false, occurrences }
  }
  return { status: 'late', reason: { code: 'standingUnmet', ...arithmetic }, vouched: false, occurrences }
}

type Once = Duty & { kind: 'once' }

/** At least one by a date; done stays done, and done late is done, with the miss in the history. */
export function judgeOnce({ by }: Once, counts: readonly MonthlyCount[], facts: Facts): Judgement {
  const { measuredFrom, today } = facts
  const done = freshDays(counts, today)[0]
  const start = measuredFrom < by ? measuredFrom : by
  const occurrence = (met: Occurrence['met'], counted: number): Occurrence[] => [
    { start, due: by, owed: 1, counted, met, vouched: done?.vouched ?? false },
  ]
  if (done && done.on <= by) {
    const reason = { code: 'onceDone', by, on: done.on } as const
    return { status: 'kept', reason, vouched: done.vouched, occurrences: occurrence('kept', 1) }
  }
  const isHeldAgainst = facts.isMeasured && by >= measuredFrom
  if (done) {
    const reason = { code: 'onceDoneLate', by, on: done.on } as const
    const met = isHeldAgainst ? 'missed' : 'before-measuring'
    return { status: 'kept', reason, vouched: done.vouched, occurrences: occurrence(met, 0) }
  }
  if (!facts.isMeasured) return { ...unmeasured(occurrence(today > by ? 'before-measuring' : 'open', 0)) }
  if (today > by) {
    return isHeldAgainst
      ? { status: 'late', reason: { code: 'onceOverdue', by }, vouched: false, occurrences: occurrence('missed', 0) }
      : {
          status: 'not-measured',
          reason: { code: 'dueBeforeMeasuring', by, measuredFrom },
          vouched: false,
          occurrences: occurrence('before-measuring', 0),
        }
  }
  const open = { vouched: false, occurrences: occurrence('open', 0), nextDue: by }
  return daysBetween(today, by) <= leadDays.once
    ? { status: 'due-soon', reason: { code: 'onceDueSoon', by }, ...open }
    : { status: 'not-measured', reason: { code: 'nothingDueYet', measuredFrom, due: by }, ...open }
}
