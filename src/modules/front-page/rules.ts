import { hasRole, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'

export const taskGroups = ['overdue', 'today', 'week', 'later', 'undated'] as const
export type TaskGroup = (typeof taskGroups)[number]

const day = 86_400_000

export function daysUntil(due: LocalDate, today: LocalDate): number {
  return Math.round((Date.parse(`${due}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / day)
}

/** Where a task stands in the week of whoever it waits for. */
export function groupOf(dueOn: LocalDate | null, today: LocalDate): TaskGroup {
  if (dueOn === null) return 'undated'
  const days = daysUntil(dueOn, today)
  if (days < 0) return 'overdue'
  if (days === 0) return 'today'
  return days <= 7 ? 'week' : 'later'
}

/** The workspace is for those who work here, in whatever post. */
export function canEnterWorkspace(actor: Actor): boolean {
  return (['official', 'administrator', 'registrar', 'planCoordinator', 'planAdopter'] as const).some((role) =>
    hasRole(actor, role),
  )
}
