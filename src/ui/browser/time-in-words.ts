const minute = 60_000
const hour = 60 * minute
const fewHours = 6

/**
 * How far an instant is from now: „3 minuti eest”, „üleeile”. Days are those of the calendar in the given zone,
 * else in the device's own, so an evening two dates ago is never called yesterday.
 */
export function timeInWords(at: Date, now: Date, language: string, timeZone?: string): string {
  const away = at.getTime() - now.getTime()
  const say = (value: number, unit: Intl.RelativeTimeFormatUnit, numeric: 'auto' | 'always' = 'auto') =>
    new Intl.RelativeTimeFormat(language, { numeric }).format(value, unit)
  if (Math.abs(away) < minute) return say(Math.trunc(away / 1000), 'second')
  if (Math.abs(away) < hour) return say(Math.trunc(away / minute), 'minute')
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (days === 0 || Math.abs(away) < fewHours * hour) return say(Math.trunc(away / hour), 'hour')
  if (Math.abs(days) < 31) return say(days, 'day')
  if (Math.abs(days) < 365) return say(Math.trunc(days / 30.5), 'month', 'always')
  return say(Math.trunc(days / 365.25) || Math.sign(days), 'year', 'always')
}

/** The date in the zone, counted in days. */
function dayNumber(at: Date, timeZone: string | undefined): number {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
  return Math.round(Date.parse(date) / (24 * hour))
}
