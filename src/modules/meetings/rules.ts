import { hasRole, type Actor, type Role } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'

declare module '#platform/context.ts' {
  interface Roles {
    /** Plans meetings, keeps their agendas and calls their members. */
    meetingSecretary: true
  }
}

export const meetingKinds = ['first', 'ordinary', 'extraordinary', 'continued'] as const
export type MeetingKind = (typeof meetingKinds)[number]
export const meetingModes = ['room', 'remote', 'hybrid'] as const
export type MeetingMode = (typeof meetingModes)[number]
export const meetingStates = ['draft', 'announced', 'invited', 'in-session', 'held', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]
export const itemKinds = [
  'decision',
  'regulation',
  'information',
  'election',
  'interpellation',
  'no-confidence',
  'procedural',
] as const
export type ItemKind = (typeof itemKinds)[number]
/** Of an internal item (asutusesisene) only the body's members and the secretaries know at all. */
export const itemVisibilities = ['public', 'closed', 'internal'] as const
export type ItemVisibility = (typeof itemVisibilities)[number]

export const secretaryRole: Role = 'meetingSecretary'
export const preparesMeetings = (actor: Actor): boolean => hasRole(actor, secretaryRole)

/** Why nothing is prepared at the desk any more. */
export function whyNotPrepared({ state }: { state: MeetingState }): 'cancelled' | 'begun' | null {
  if (mayPrepare({ state })) return null
  return state === 'cancelled' ? 'cancelled' : 'begun'
}

/** What everybody may know of: a draft is the secretary's until its agenda is announced. */
export const isPublic = ({ announcedAt }: { announcedAt: Date | null }): boolean => announcedAt !== null

const preparing: ReadonlySet<MeetingState> = new Set(['draft', 'announced', 'invited'])

/** Whether the agenda, the time and the place can still be changed at the desk; later only the body changes them. */
export const mayPrepare = ({ state }: { state: MeetingState }): boolean => preparing.has(state)

/** Kinds of item that decide something: without a draft the members cannot be called to them. */
export const needsDraft = (kind: ItemKind): boolean => kind === 'decision' || kind === 'regulation'

export type Lack = 'noItems' | 'noPlace' | 'draftMissing'

/** What still stands in the way of calling the members (KOKS § 43: matters and materials go with the call). */
export function lacksOf(
  meeting: { mode: MeetingMode; place: string },
  items: readonly { kind: ItemKind; visibility: ItemVisibility; hasDraft: boolean }[],
): Lack[] {
  const lacks: Lack[] = []
  if (items.length === 0) lacks.push('noItems')
  if (meeting.mode !== 'remote' && meeting.place === '') lacks.push('noPlace')
  if (items.some(({ kind, hasDraft }) => needsDraft(kind) && !hasDraft)) lacks.push('draftMissing')
  return lacks
}

const dayLength = 86_400_000

/** Whole days between the day of the call and the day of the meeting. */
export function daysOfNotice(called: LocalDate, held: LocalDate): number {
  return Math.round((Date.parse(`${held}T00:00Z`) - Date.parse(`${called}T00:00Z`)) / dayLength)
}

/** Materials of closed items are for the body's members and its secretaries (KOKS § 44(4)). */
export const readsClosed = (actor: Actor, { body }: { body: { id: string } }): boolean =>
  preparesMeetings(actor) || actor.bodyIds.includes(body.id)
