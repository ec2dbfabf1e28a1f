import type { LocalDate } from '#platform/format.ts'
import type { Category } from '../queries/categories.ts'

/** Whose words may stand with a report besides those of officials. */
export const toldBy = ['anyone', 'reporter', 'nobody'] as const

type Season = Pick<Category, 'seasonFrom' | 'seasonUntil'>

/** Both days belong to the season; one that ends before it begins goes over the new year. */
export function isInSeason({ seasonFrom, seasonUntil }: Season, today: LocalDate): boolean {
  if (seasonFrom === null || seasonUntil === null) return true
  const day = today.slice(5)
  if (seasonFrom <= seasonUntil) return seasonFrom <= day && day <= seasonUntil
  return day >= seasonFrom || day <= seasonUntil
}

/** Open, and its season is not over: what the form and other systems offer today. */
export function isOffered(category: Season & Pick<Category, 'isOpen'>, today: LocalDate): boolean {
  return category.isOpen && isInSeason(category, today)
}

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `1.11` or `01.11.` → `11-01`; null for what is no day of a year. */
export function readDayOfYear(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*[.]\s*(\d{1,2})\s*[.]?\s*$/.exec(text)
  const [day, month] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)]
  if (day < 1 || day > (daysIn[month - 1] ?? 0)) return null
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `11-01` → `1.11` */
export function writeDayOfYear(day: string | null): string {
  return day === null ? '' : `${Number(day.slice(3))}.${day.slice(0, 2)}`
}

/** The last day on which some open subject came into season or went out of it; null where there are no seasons. */
export function lastTurn(categories: readonly (Season & Pick<Category, 'isOpen'>)[], today: LocalDate): Date | null {
  const year = Number(today.slice(0, 4))
  const now = Date.parse(today)
  const midnight = (inYear: number, day: string) => Date.UTC(inYear, Number(day.slice(0, 2)) - 1, Number(day.slice(3)))
  const turns = categories.flatMap(({ seasonFrom, seasonUntil, isOpen }) => {
    if (!isOpen || seasonFrom === null || seasonUntil === null) return []
    return [year, year - 1].flatMap((one) => [midnight(one, seasonFrom), midnight(one, seasonUntil) + 86_400_000])
  })
  const past = turns.filter((turn) => turn <= now)
  return past.length === 0 ? null : new Date(Math.max(...past))
}

/** Old and new of a field, as the page of changes shows them. */
export type Change = readonly [string | number | boolean | null, string | number | boolean | null]
export type Changes = Record<string, Change>
export type Settings = Record<string, Change[0]>

/** What differs; a setting that was not there before was nothing. */
export function changesBetween(before: Settings, after: Settings): Changes {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => (before[field] ?? null) !== value)
      .map(([field, value]) => [field, [before[field] ?? null, value]]),
  )
}

/** The order of things after one of them was given a place, counted from 1. */
export function withPlace(codes: readonly string[], code: string, place: number): string[] {
  const others = codes.filter((one) => one !== code)
  const at = Math.min(Math.max(place, 1), others.length + 1) - 1
  return [...others.slice(0, at), code, ...others.slice(at)]
}
