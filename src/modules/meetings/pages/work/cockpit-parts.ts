import type { FormState } from '#platform/forms.ts'
import type { LeadGround } from '../../lead/ground.ts'
import { newestVote } from '../../lead/votes.ts'
import type { MeetingState } from '../../log/state.ts'
import type { Meeting } from '../../queries/meetings.ts'

/** What every part of the cockpit is made of. */
export type CockpitParts = {
  meeting: Meeting
  state: MeetingState
  ground: LeadGround
  /** Names of everybody in the meeting. */
  names: ReadonlyMap<string, string>
  form: FormState
  now: Date
}

export const nameIn = ({ names, ground }: Pick<CockpitParts, 'names' | 'ground'>, personId: string): string =>
  names.get(personId) ?? ground.persons.get(personId) ?? '–'

/** Whether a vote is open, or closed and waiting for the chair's word. */
export const isVoting = (state: MeetingState): boolean =>
  state.openVoteId !== null || newestVote(state)?.state === 'closed'

/** One field of one form among many: two forms of a page never share a name, an id or what was typed. */
export function typed(form: FormState, key: string, name: string, initial = ''): { form: FormState; name: string } {
  const full = `${name}:${key}`
  return { form: { ...form, values: { [full]: initial, ...form.values } }, name: full }
}

/** Whether this very form was sent and came back. */
export const cameBack = (form: FormState, key: string): boolean => form.values.form === key
