import { localDate } from '#platform/format.ts'

const hour = 3_600_000

/** The last second of a calendar day in a time zone: what "by that day" means as an instant. */
export function endOfDay(day: string, timeZone: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour)
  // No zone is further than 14 hours from UTC; the day turns at a whole quarter of an hour.
  let turn = new Date(next.getTime() - 14 * hour)
  while (localDate(turn, timeZone) <= day) turn = new Date(turn.getTime() + hour / 4)
  return new Date(turn.getTime() - 1000)
}
