import type { LocalDate } from '#platform/format.ts'

/** The last days that a reader may choose, by their name in addresses. */
export const stretches = { kuu: 30, kvartal: 90, aasta: 365 } as const
export type Stretch = keyof typeof stretches

export function readStretch(asked: string | undefined): Stretch | null {
  return asked !== undefined && Object.hasOwn(stretches, asked) ? (asked as Stretch) : null
}

/** The first of the last days, today counted in. */
export function startOf(stretch: Stretch, today: LocalDate): LocalDate {
  return new Date(Date.parse(`${today}T00:00Z`) - (stretches[stretch] - 1) * 86_400_000).toISOString().slice(0, 10)
}
