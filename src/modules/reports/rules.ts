import { hasRole, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'

declare module '#platform/context.ts' {
  interface Roles {
    /** Reads all reports, private ones too, assigns, hides and moves them to other categories. */
    reportsCoordinator: true
  }
}

/** FixMyStreet's states; Open311 knows open and closed alone. */
export const openStates = ['confirmed', 'investigating', 'in-progress', 'planned', 'action-scheduled'] as const
export const fixedStates = ['fixed-by-parish', 'fixed-by-user'] as const
export const unfixedStates = [
  'no-further-action',
  'not-responsible',
  'duplicate',
  'internal-referral',
  'cancelled',
] as const
export const reportStates = ['unconfirmed', ...openStates, ...fixedStates, ...unfixedStates] as const
export type ReportState = (typeof reportStates)[number]

const isIn = (states: readonly string[], state: string): boolean => states.includes(state)

export const isOpen = (state: ReportState): boolean => isIn(openStates, state)
export const isFixed = (state: ReportState): boolean => isIn(fixedStates, state)
export const isClosed = (state: ReportState): boolean => isFixed(state) || isIn(unfixedStates, state)

/** What officials may make of a report. "Same as another" needs the other and is a step of its own. */
export function nextStates(state: ReportState): readonly ReportState[] {
  if (state === 'unconfirmed') return []
  const possible = [
    ...openStates,
    'fixed-by-parish',
    'no-further-action',
    'not-responsible',
    'internal-referral',
  ] as const
  return possible.filter((next) => next !== state)
}

export function canBecome(state: ReportState, next: ReportState): boolean {
  return nextStates(state).includes(next)
}

/** A closed report is opened again by whoever sent it; one that was withdrawn or doubled stays as it is. */
export function canBeReopened(state: ReportState): boolean {
  return isClosed(state) && state !== 'duplicate' && state !== 'cancelled'
}

export type ReportForReading = {
  state: ReportState
  isPrivate: boolean
  hiddenAt: Date | null
  reporterPerson: string | null
  assignedPost: string | null
  assignedPerson: string | null
}

export function isPublic(report: Pick<ReportForReading, 'state' | 'isPrivate' | 'hiddenAt'>): boolean {
  const { state, isPrivate, hiddenAt } = report
  return state !== 'unconfirmed' && !isPrivate && hiddenAt === null
}

export function coordinatesReports(actor: Actor): boolean {
  return hasRole(actor, 'reportsCoordinator')
}

/** Officials see every report that is not private; private ones only who coordinates or answers for them. */
export function canWorkOn(actor: Actor, report: ReportForReading): boolean {
  if (report.state === 'unconfirmed') return false
  if (coordinatesReports(actor) || answersFor(actor, report)) return true
  return hasRole(actor, 'official') && !report.isPrivate
}

export function answersFor(actor: Actor, report: Pick<ReportForReading, 'assignedPost' | 'assignedPerson'>): boolean {
  if (report.assignedPerson !== null && report.assignedPerson === actor.personId) return true
  return report.assignedPost !== null && actor.postIds.includes(report.assignedPost)
}

export function canSeeInbox(actor: Actor): boolean {
  return hasRole(actor, 'official') || coordinatesReports(actor)
}

/** Everybody reads what is public; the reporter and those who work on it read the rest. */
export function canRead(actor: Actor, report: ReportForReading): boolean {
  if (isPublic(report)) return true
  if (report.reporterPerson !== null && report.reporterPerson === actor.personId) return true
  return canWorkOn(actor, report)
}

/** Hiding what others wrote, and looking at what was hidden. */
export function canModerate(actor: Actor): boolean {
  return coordinatesReports(actor)
}

export const lateness = ['in-time', 'answer-late', 'fix-late'] as const
export type Lateness = (typeof lateness)[number]

/** An open report is late when its first answer, or its end, is past the day that was promised. */
export function latenessOf(
  report: { state: ReportState; firstAnswerAt: Date | null; answerDue: LocalDate | null; fixDue: LocalDate | null },
  today: LocalDate,
): Lateness {
  if (!isOpen(report.state)) return 'in-time'
  if (report.fixDue !== null && report.fixDue < today) return 'fix-late'
  if (report.firstAnswerAt === null && report.answerDue !== null && report.answerDue < today) return 'answer-late'
  return 'in-time'
}

export { readPoint, type Point } from './map-point.ts'

/** Reports this near to a new one may be about the same fault. */
export const nearbyMetres = 250
export const mostSimilar = 5

/** A report that waits longer for its sender's confirmation is deleted. */
export const daysToConfirm = 7

/** As it was meant: composed letters, no control characters, nothing that turns or hides other text. */
export function cleanWords(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\P{Cc}\n\t]|[\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim()
}

/** What a visitor may ask the public list for. */
export const listFilters = ['open', 'fixed', 'closed'] as const

export const inboxViews = ['open', 'mine', 'unassigned', 'late', 'closed'] as const
export type InboxView = (typeof inboxViews)[number]
