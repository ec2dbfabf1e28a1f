import { hasRole, type Actor, type Role } from '#platform/context.ts'
import type { EventType } from '#platform/events.ts'
import type { LocalDate } from '#platform/format.ts'

/** Rows that tell a reader of the front page nothing by themselves; they stand in the log. */
export const leftToTheLog = ['files.published', 'files.withdrawn'] as const satisfies readonly EventType[]

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

const rolesAtWork = ['official', 'administrator', 'registrar', 'planCoordinator', 'planAdopter', 'contractor'] as const

/** The workspace is for those who work here, in whatever post. */
export function canEnterWorkspace(actor: Actor): boolean {
  return workRoles(actor).length > 0
}

/** Those of a person's roles that have work here. */
export function workRoles(actor: Actor): Role[] {
  return rolesAtWork.filter((role) => hasRole(actor, role))
}

/** The person in one role alone: what waits for them as the coordinator, and not as an official as well. */
export function inRole(actor: Actor, role: Role): Actor {
  // Every post here is an official's; its own role alone would show less than it may do.
  return {
    ...actor,
    roles: role === 'official' ? [role] : [role, 'official'].filter((one): one is Role => hasRole(actor, one as Role)),
  }
}
