import type { LocalDate } from '#platform/format.ts'
import type { Period, Span } from './calendar.ts'

export const statuses = ['kept', 'due-soon', 'late', 'not-measured'] as const
export type Status = (typeof statuses)[number]

export type OccurrenceState = 'kept' | 'missed' | 'open' | 'before-measuring'

/** One stretch of time for which something was owed; `met` is how it ended. */
export type Occurrence = Span & { owed: number; counted: number; met: OccurrenceState; vouched: boolean }

type PeriodArithmetic = Span & { period: Period; owed: number; counted: number }
type FreshArithmetic = { days: number; due: LocalDate; latest?: LocalDate }
type EachArithmetic = { from: LocalDate; until: LocalDate; records: number; met: number }

/** Why the status is what it is, with every number that the page needs to show the arithmetic. */
export type Reason =
  | ({ code: 'periodKept' } & PeriodArithmetic)
  | ({ code: 'periodDueSoon' } & PeriodArithmetic)
  | ({ code: 'periodMissed' } & PeriodArithmetic)
  | ({ code: 'eachMet' } & EachArithmetic)
  | ({ code: 'eachUnmet' } & EachArithmetic)
  | ({ code: 'freshKept' } & FreshArithmetic)
  | ({ code: 'freshDueSoon' } & FreshArithmetic)
  | ({ code: 'freshExceeded' } & FreshArithmetic)
  | { code: 'standingMet'; owed: number; counted: number }
  | { code: 'standingUnmet'; owed: number; counted: number }
  | { code: 'onceDone'; by: LocalDate; on: LocalDate }
  | { code: 'onceDoneLate'; by: LocalDate; on: LocalDate }
  | { code: 'onceDueSoon'; by: LocalDate }
  | { code: 'onceOverdue'; by: LocalDate }
  | { code: 'noBinding' }
  | { code: 'noSource' }
  | { code: 'nothingDueYet'; measuredFrom: LocalDate; due?: LocalDate }
  | { code: 'nothingHappenedYet'; from: LocalDate; until: LocalDate }
  | { code: 'dueBeforeMeasuring'; by: LocalDate; measuredFrom: LocalDate }

export type MonthMark = { month: string; records: number; met: number; state: 'met' | 'unmet' | 'none' }

export type Fulfilment = {
  status: Status
  reason: Reason
  /** True when the status rests on evidence that people vouched for, not on what was measured. */
  vouched: boolean
  occurrences: Occurrence[]
  nextDue?: LocalDate
  lastEvidenceOn?: LocalDate
  /** The last twelve months, oldest first. */
  months: MonthMark[]
}

/** What the rule of one kind of duty decides; the rest of a fulfilment is the same for all. */
export type Judgement = Pick<Fulfilment, 'status' | 'reason' | 'vouched' | 'occurrences' | 'nextDue'>

export type Facts = {
  measuredFrom: LocalDate
  today: LocalDate
  /** An installed module offers at least one of the keys, so that an absence proves something. */
  isMeasured: boolean
  /** Judged when the day had ended, as the last day of a finished year is: what was due on it is due no more. */
  dayIsOver: boolean
}
