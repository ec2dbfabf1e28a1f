import type { Language } from '#platform/language.ts'
import { addMonths, monthSpan, type Span } from '../calendar.ts'
import { spanName } from './calendar-words.ts'

/** The days that a narrative's period means: `2026`, `2026-Q3` or `2026-11`. */
function spanOf(period: string): Span {
  const year = period.slice(0, 4)
  if (period.length === 4) return { start: `${year}-01-01`, due: `${year}-12-31` }
  const quarter = /^[0-9]{4}-Q([1-4])$/u.exec(period)?.[1]
  if (quarter === undefined) return monthSpan(period)
  const first = addMonths(`${year}-01`, (Number(quarter) - 1) * 3)
  return monthSpan(first, addMonths(first, 2))
}

export function sayPeriod(period: string, language: Language): string {
  return spanName(spanOf(period), language)
}
