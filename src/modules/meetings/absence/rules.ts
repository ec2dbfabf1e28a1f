import type { LocalDate } from '#platform/format.ts'
import { addWorkingDays, type DueDay } from '#platform/working-days.ts'

/** A sitting that was held while the mandate was active. Excused or not, absence is absence (KOKS § 19(2)4). */
export type HeldSitting = { day: LocalDate; came: boolean }

/** A calendar month, YYYY-MM. */
export type Month = string

export type MissedMonths = {
  /** Months that are over, in a row up to now, without the member at any sitting; the oldest first. */
  running: readonly Month[]
  /** The months by which the ground of suspension arose, the newest time that it did. */
  fulfilled: readonly Month[] | null
}

const monthOf = (day: LocalDate): Month => day.slice(0, 7)

/**
 * Months with sittings, all missed, one after another. A month without a sitting neither breaks the row nor adds to
 * it; the present month adds nothing before it is over, and one sitting attended in it breaks the row at once.
 */
export function missedMonths(held: readonly HeldSitting[], today: LocalDate, months: number): MissedMonths {
  const byMonth = Map.groupBy(held, ({ day }) => monthOf(day))
  let running: Month[] = []
  let fulfilled: Month[] | null = null
  for (const month of [...byMonth.keys()].toSorted()) {
    if (byMonth.get(month)!.some(({ came }) => came)) running = []
    else if (month < monthOf(today)) {
      running = [...running, month]
      if (running.length === months) fulfilled = running
    }
  }
  return { running, fulfilled }
}

/** Whether the member and the secretaries are warned: enough has been missed, and a sitting ahead could end it. */
export function isWarned({ running }: MissedMonths, rule: { months: number; warnAfter: number }): boolean {
  return running.length >= rule.warnAfter && running.length < rule.months
}

/**
 * By when the electoral committee is told (KOKS § 19(4)4): within three working days after it could be known, which is
 * the first day after the last of the months.
 */
export function reportBy(fulfilled: readonly Month[]): DueDay {
  const [year = 0, month = 0] = fulfilled.at(-1)!.split('-').map(Number)
  const known = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  return addWorkingDays(known, 3)
}

/** From which day sittings are counted: since the composition and since the last suspension ended. */
export function countedFrom(
  composition: LocalDate | null,
  suspensions: readonly { untilDate: LocalDate | null }[],
  today: LocalDate,
): LocalDate {
  const ends = suspensions.flatMap(({ untilDate }) => (untilDate !== null && untilDate < today ? [untilDate] : []))
  return [composition ?? '1900-01-01', ...ends].toSorted().at(-1)!
}
