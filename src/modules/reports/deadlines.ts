import type { LocalDate } from '#platform/format.ts'
import { addWorkingDays, workingDaysBetween } from '#platform/working-days.ts'

/** From the day on which something was asked until the day on which it was settled. */
export type Pause = { from: LocalDate; until: LocalDate }

/** Working days that a pause took. */
export const daysOf = ({ from, until }: Pause): number => Math.max(0, workingDaysBetween(from, until))

/** A due day moves on by the working days waited: as many are left after the pause as were left before it. */
export function movedOn(due: LocalDate, pause: Pause): LocalDate {
  return addWorkingDays(due, daysOf(pause)).due
}

/** The due day of a term with everything waited since its beginning; what was waited before does not count. */
export function dueWithPauses(start: LocalDate, workingDays: number, pauses: readonly Pause[]): LocalDate {
  const within = pauses.filter(({ from }) => from >= start)
  return within.reduce(movedOn, addWorkingDays(start, workingDays).due)
}
