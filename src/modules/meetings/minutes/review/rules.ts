import { personOf, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { chairOf } from '../../log/members.ts'
import type { MeetingState } from '../../log/state.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { readsClosed } from '../../rules.ts'
import type { StatuteRules } from '../../rules/statute.ts'
import type { MinutesDraft } from '../queries.ts'

type MinutesRules = StatuteRules['minutes']

const dayLength = 86_400_000

/** So many days after a day, working days where the statute counts them. */
export function daysAfter(
  day: LocalDate,
  count: number,
  { workingDays }: Pick<MinutesRules, 'workingDays'>,
): LocalDate {
  if (workingDays) return addWorkingDays(day, count).due
  return new Date(Date.parse(`${day}T00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}

/** The last day on which the minutes of a meeting of that day are published in time. */
export const publishBy = (heldOn: LocalDate, rules: MinutesRules): LocalDate =>
  daysAfter(heldOn, rules.publishWithinDays, rules)

export type ReviewStage = 'drafting' | 'out-for-remarks' | 'remarks-closed' | 'approved' | 'published'

/** How far the first version has come. */
export function stageOf(
  { approved, reviewUntil }: Pick<MinutesDraft, 'approved' | 'reviewUntil'>,
  isPublished: boolean,
  today: LocalDate,
): ReviewStage {
  if (isPublished) return 'published'
  if (approved !== null) return 'approved'
  if (reviewUntil === null) return 'drafting'
  return today <= reviewUntil ? 'out-for-remarks' : 'remarks-closed'
}

/** Whether this was, or is now, a member of the body that met; guests and other bodies read nothing. */
export function isOfBody(actor: Actor, meeting: Meeting, state: MeetingState): boolean {
  if (actor.personId === null) return false
  return state.people.get(actor.personId)?.kind === 'member' || readsClosed(actor, meeting)
}

/** Whether this is a member of that very meeting, who had a seat in it. */
export const hadSeat = (actor: Actor, state: MeetingState): boolean =>
  actor.personId !== null && (state.people.get(actor.personId)?.mandates.length ?? 0) > 0

/** Who was in the chair when it ended: the one who approves the minutes. */
export const isChair = (actor: Actor, state: MeetingState): boolean =>
  actor.personId !== null && chairOf(state) === personOf(actor)

const decided: ReadonlySet<string> = new Set(['decided', 'rejected'])

/** Items to whose decision a member may dissent. */
export const dissentable = (state: MeetingState): string[] =>
  [...state.items.values()].filter((item) => decided.has(item.state)).map(({ id }) => id)
