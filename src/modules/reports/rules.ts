import { hasRole, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'

export { cleanWords } from '#platform/clean-words.ts'

declare module '#platform/context.ts' {
  interface Roles {
    /** Reads all reports, private ones too, assigns, hides and moves them to other categories. */
    reportsCoordinator: true
    /** Mends what is given to their post, and sees nothing else of the desk. */
    contractor: true
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

/** What the page tells in the reader's language, where somebody's words do not. */
export const updateFacts = [
  'told-apart',
  'split-off',
  'split-from',
  'asked',
  'asked-privately',
  'answered',
  'answered-privately',
  'question-taken-back',
  'undone',
  'reopened-by-neighbours',
  'still-broken',
] as const
export type UpdateFact = (typeof updateFacts)[number]

const isIn = (states: readonly string[], state: string): boolean => states.includes(state)

export const isOpen = (state: ReportState): boolean => isIn(openStates, state)
export const isFixed = (state: ReportState): boolean => isIn(fixedStates, state)
export const isClosed = (state: ReportState): boolean => isFixed(state) || isIn(unfixedStates, state)

/** How officials may end a report with an answer. */
export const closedByOfficials = [
  'fixed-by-parish',
  'no-further-action',
  'not-responsible',
  'internal-referral',
] as const

/** The most urgent first; the database keeps the place in this list. */
export const priorities = ['urgent', 'usual', 'low'] as const
export type Priority = (typeof priorities)[number]

/** What officials may make of a report. "Same as another" needs the other: saying and unsaying it are steps of their own. */
export function nextStates(state: ReportState): readonly ReportState[] {
  if (state === 'unconfirmed' || state === 'duplicate') return []
  return [...openStates, ...closedByOfficials].filter((next) => next !== state)
}

export function canBecome(state: ReportState, next: ReportState): boolean {
  return nextStates(state).includes(next)
}

/** A closed report is opened again by whoever sent it; one that was withdrawn or doubled stays as it is. */
export function canBeReopened(state: ReportState): boolean {
  return isClosed(state) && state !== 'duplicate' && state !== 'cancelled'
}

/** Whoever sent it and can be written to may be asked, as long as it is open. */
export function canBeAsked(report: {
  state: ReportState
  reporterPerson: string | null
  reporterEmail: string | null
}): boolean {
  return isOpen(report.state) && (report.reporterPerson !== null || report.reporterEmail !== null)
}

/** So many neighbours open again what was said to be mended. */
export const doubtsToReopen = 3
/** After so many days without a word the sender of an open report is asked. */
export const daysOfSilence = 28

/** What was said to be mended can be doubted for the days that its category gives. */
export function canBeDoubted(
  report: { state: ReportState; isPrivate: boolean; hiddenAt: Date | null; closedAt: Date | null },
  days: number,
  now: Date,
): boolean {
  if (!isPublic(report) || !isFixed(report.state) || report.closedAt === null) return false
  return now.getTime() - report.closedAt.getTime() <= days * 86_400_000
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

export function hasFieldWork(actor: Actor): boolean {
  return hasRole(actor, 'contractor') && actor.postIds.length > 0
}

/** A contractor does open work that was given to a post of theirs. */
export function canDoWork(
  actor: Actor,
  report: { state: ReportState; hiddenAt: Date | null; contractorPost: string | null },
): boolean {
  const { state, hiddenAt, contractorPost } = report
  if (!hasFieldWork(actor) || hiddenAt !== null || !isOpen(state)) return false
  return contractorPost !== null && actor.postIds.includes(contractorPost)
}

/** By which ways reports come that an official writes down. */
export const entryChannels = ['phone', 'counter', 'sms', 'e-mail'] as const

/** Officials write down what they are told, and see to the letters to the address for reports. */
export function canEnterReports(actor: Actor): boolean {
  return canSeeInbox(actor)
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

/** Ready answers are written by whoever answers for all reports. */
export function canEditTemplates(actor: Actor): boolean {
  return coordinatesReports(actor)
}

export const lateness = ['in-time', 'answer-late', 'fix-late'] as const
export type Lateness = (typeof lateness)[number]

export type ReportWithTerms = {
  state: ReportState
  firstAnswerAt: Date | null
  answerDue: LocalDate | null
  fixDue: LocalDate | null
  /** While it waits for its sender its terms stand still: it is as late as it was on that day. */
  waitsSince: LocalDate | null
}

/** An open report is late when its first answer, or its end, is past the day that was promised. */
export function latenessOf(report: ReportWithTerms, now: LocalDate): Lateness {
  if (!isOpen(report.state)) return 'in-time'
  const today = report.waitsSince ?? now
  if (report.fixDue !== null && report.fixDue < today) return 'fix-late'
  if (report.firstAnswerAt === null && report.answerDue !== null && report.answerDue < today) return 'answer-late'
  return 'in-time'
}

export { readPoint, type Point } from './map-point.ts'

/** Reports this near to a new one may be about the same fault. */
export const nearbyMetres = 250
export const mostSimilar = 5
/** One that was closed so lately may be the same fault come back. */
export const similarDays = 90

/** A report that waits longer for its sender's confirmation is deleted. */
export const daysToConfirm = 7
/** A letter to the address for reports on which nobody decides is deleted. */
export const daysToDecideOnMail = 90

/** What a visitor may ask the public list for. */
export const listFilters = ['open', 'fixed', 'closed'] as const

/** Beyond so many it does not matter how many there are. */
export const mostInView = 200

export const inboxViews = ['open', 'mine', 'unassigned', 'late', 'waiting', 'closed'] as const
export type InboxView = (typeof inboxViews)[number]

/** By when the next thing is owed. */
export const dueFilters = ['late', 'today', 'week'] as const
export type DueFilter = (typeof dueFilters)[number]
