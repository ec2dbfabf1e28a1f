import type { LocalDate } from '#platform/format.ts'
import type { Term } from './terms.ts'

/** A choice of days: a composition („k10”) or a calendar year („2026”). */
export type StretchChoice = { value: string; from: LocalDate; until: LocalDate; term: Term | null; year: number | null }

/** What can be chosen for a body, compositions first; the newest of each first. */
export function stretchesOf(terms: readonly Term[], firstYear: number, lastYear: number): StretchChoice[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, back) => lastYear - back)
  return [
    ...terms.map((term) => ({
      value: `k${term.number}`,
      from: term.from,
      until: term.until ?? '2999-12-30',
      term,
      year: null,
    })),
    ...years.map((year) => ({
      value: String(year),
      from: `${year}-01-01`,
      until: `${year}-12-31`,
      term: null,
      year,
    })),
  ]
}
